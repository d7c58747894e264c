package app.regulars.arranging;

import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Localized;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * One block of the home page.
 *
 * @param version  as it was read, for who changes it
 * @param groups   for whom, where the audience is groups
 * @param from     the first day on which it shows, where the shop is; null for always
 * @param until    the last day; null for without end
 * @param title    of a notice
 * @param text     of a notice, as Markdown
 * @param target   the slug of a collection or category, or null
 * @param active   whether it shows at all
 */
public record HomeBlock(UUID id, int version, BlockKind kind, Audience audience, Set<GroupId> groups, LocalDate from, LocalDate until, Localized title, Localized text,
                        String target, boolean active) {

    /** @param known whether a customer looks @param hers the groups she is in */
    boolean isFor(boolean known, Set<GroupId> hers, LocalDate today) {
        return active && (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until)) && switch (audience) {
            case EVERYBODY -> true;
            case KNOWN -> known;
            case GROUPS -> groups.stream().anyMatch(hers::contains);
        };
    }
}
