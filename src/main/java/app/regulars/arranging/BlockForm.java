package app.regulars.arranging;

import java.time.LocalDate;
import java.util.Set;

/**
 * A block as staff typed it.
 *
 * @param groups the codes of groups, where the audience is groups
 * @param from   null for always; likewise until for without end
 * @param target the slug of a collection or category
 */
public record BlockForm(BlockKind kind, Audience audience, Set<String> groups, LocalDate from, LocalDate until, String titleEn, String titleFr, String textEn,
                        String textFr, String target) {
}
