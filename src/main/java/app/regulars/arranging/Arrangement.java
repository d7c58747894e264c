package app.regulars.arranging;

import app.regulars.customer.GroupId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What holds for one who looks.
 *
 * @param style  how lists come as long as she has not chosen herself
 * @param language in which her groups read the shop, as long as she did not choose; null where they say nothing, or not the same
 * @param hidden the sections that are not offered to her
 */
public record Arrangement(ListStyle style, Locale language, Set<Section> hidden) {

    public Arrangement {
        hidden = Set.copyOf(hidden);
    }

    public boolean shows(Section section) {
        return !hidden.contains(section);
    }

    /**
     * What her groups say goes before what is said to everybody. Where they disagree, a section is offered, and large pictures win.
     *
     * @param faces every one that is laid down
     */
    static Arrangement of(Collection<Face> faces, Set<GroupId> groups) {
        var everybody = faces.stream().filter(face -> face.group() == null).toList();
        var hers = faces.stream().filter(face -> face.group() != null && groups.contains(face.group())).toList();
        var hidden = EnumSet.noneOf(Section.class);
        for (var section : Section.values()) {
            var said = said(hers, section);
            if (said.isEmpty()) {
                said = said(everybody, section);
            }
            if (!said.isEmpty() && !said.contains(true)) {
                hidden.add(section);
            }
        }
        var languages = hers.stream().map(Face::language).filter(Objects::nonNull).distinct().toList();
        return new Arrangement(style(hers, style(everybody, ListStyle.GRID)), languages.size() == 1 ? languages.getFirst() : null, hidden);
    }

    private static List<Boolean> said(List<Face> faces, Section section) {
        return faces.stream().map(face -> face.shown().get(section)).filter(Objects::nonNull).toList();
    }

    private static ListStyle style(List<Face> faces, ListStyle otherwise) {
        return faces.stream().map(Face::style).filter(Objects::nonNull).min(java.util.Comparator.naturalOrder()).orElse(otherwise);
    }
}
