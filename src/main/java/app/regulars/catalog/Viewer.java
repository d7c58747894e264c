package app.regulars.catalog;

import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * With whose eyes the catalogue is looked at. The one rule of what a customer may see: a product that is limited to groups shows to
 * their members and does not exist for anybody else, wherever and however it is asked for.
 *
 * @param groups those that she is in and that any product is limited to
 */
public record Viewer(Set<GroupId> groups) implements Serializable {

    /** Visitors, search engines, and customers in no group: what is kept for everybody is made with these eyes. */
    public static final Viewer EVERYONE = new Viewer(Set.of());
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String PUBLIC = "public";

    public Viewer {
        groups = Set.copyOf(groups);
    }

    /** @param limitedTo the groups of a product; none for everybody */
    boolean sees(Collection<GroupId> limitedTo) {
        return limitedTo.isEmpty() || limitedTo.stream().anyMatch(groups::contains);
    }

    public boolean isEveryone() {
        return groups.isEmpty();
    }

    /** For whom the documents of site search may be that she finds. */
    public Set<String> documents() {
        var all = new HashSet<>(Set.of(PUBLIC));
        groups.forEach(group -> all.add(CustomerGroups.audience(group)));
        return all;
    }

    /** What a document says of a product that is limited to these groups. */
    static String ofDocument(Collection<GroupId> limitedTo) {
        return limitedTo.isEmpty() ? PUBLIC : String.join(" ", limitedTo.stream().map(CustomerGroups::audience).sorted().toList());
    }

    /** For a condition with "in", which must not be empty. */
    List<UUID> keys() {
        return groups.isEmpty() ? List.of(NOBODY) : groups.stream().map(GroupId::value).toList();
    }
}
