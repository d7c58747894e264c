package app.regulars.importing;

import java.util.List;
import java.util.Map;

/**
 * How the rows of one kind become records.
 *
 * @param <R> the form record that the owning module takes
 */
interface ImportKind<R> {

    /** "products", "customers" or "orders". */
    String name();

    /** The standard column whose value ties rows to one record. */
    String keyColumn();

    /** Whether rows of one record may stand anywhere in the file (then all are held in memory until its end). */
    boolean scattered();

    /** What besides the rows decides on the record; when it changes, known rows are read again. */
    default String state() {
        return "";
    }

    /** @throws RowProblem if a row cannot be taken; the whole record is left out then */
    R read(String key, List<Row> rows);

    /** Saves records by key, creating or replacing; called in one transaction. */
    void save(Map<String, R> records);
}
