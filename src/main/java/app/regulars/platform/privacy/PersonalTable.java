package app.regulars.platform.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a table are about a person, what of them she gets in her archive, and what becomes of them when she is forgotten.
 *
 * @param rows      a condition with {@code :customer} (the id as it is stored) and {@code :text} (the id as people write it)
 * @param withheld  columns that are nobody's business outside, such as hashes of passwords
 * @param blanks    columns and the SQL value they get when the person is forgotten
 * @param forgotten whether the rows go altogether then
 * @param portable  whether the rows stand in the archive
 */
public record PersonalTable(String name, String rows, Set<String> withheld, Map<String, String> blanks, boolean forgotten, boolean portable) {

    /** Rows that stay as they are. */
    public static PersonalTable of(String name, String rows) {
        return new PersonalTable(name, rows, Set.of(), Map.of(), false, true);
    }

    public PersonalTable without(String... columns) {
        return new PersonalTable(name, rows, Set.of(columns), blanks, forgotten, portable);
    }

    /** The rows stay, and these columns say nothing any more. */
    public PersonalTable blanked(String value, String... columns) {
        var all = new LinkedHashMap<>(blanks);
        List.of(columns).forEach(column -> all.put(column, value));
        return new PersonalTable(name, rows, withheld, all, false, portable);
    }

    public PersonalTable deleted() {
        return new PersonalTable(name, rows, withheld, blanks, true, portable);
    }

    /** Known about the person, but only given by a person, because it may speak of others or of how the house is kept safe. */
    public PersonalTable notInTheArchive() {
        return new PersonalTable(name, rows, withheld, blanks, forgotten, false);
    }
}
