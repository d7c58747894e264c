package app.regulars.personaldata;

import app.regulars.platform.persistence.Columns;
import app.regulars.search.IndexContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks for a person's words everywhere: in every text column of every table, whoever made it (the outbox is one of them), in the
 * search index, in stored files. It knows no module, so that nothing is overlooked because somebody forgot to declare it.
 */
@Component
public class PersonalScan {

    private static final int MOST_ROWS = 10_000;
    /** The chains keep themselves: their words go by {@code AuditTrail.forget}, and a consent names nobody. */
    private static final Set<String> CHAINED = Set.of("audit_entry", "consent_ledger");

    private final DatabaseTables tables;
    private final ColumnMap map;
    private final JdbcTemplate jdbc;
    private final IndexContents index;
    private final Path data;

    PersonalScan(DatabaseTables tables, ColumnMap map, JdbcTemplate jdbc, IndexContents index, @Value("${regulars.data}") Path data) {
        this.tables = tables;
        this.map = map;
        this.jdbc = jdbc;
        this.index = index;
        this.data = data;
    }

    /** Where something was found: a column, the index, a file; says what was found nowhere. */
    public record Find(String place, long count) {
    }

    /** Empty when nobody could tell any more that the person was ever here. */
    public List<Find> find(PersonalTraces traces) {
        var found = new ArrayList<Find>();
        for (var table : tables.all().values()) {
            for (var column : table.columns()) {
                var count = column.isText() ? count(table, column, traces) : 0;
                if (count > 0) {
                    found.add(new Find(table.key() + "." + column.name(), count));
                }
            }
        }
        var documents = index.count(traces.words());
        if (documents > 0) {
            found.add(new Find("search index", documents));
        }
        found.addAll(files(traces));
        return found;
    }

    private long count(DatabaseTables.Table table, DatabaseTables.Column column, PersonalTraces traces) {
        var words = traces.words();
        if (words.isEmpty()) {
            return 0;
        }
        return jdbc.queryForObject("select count(*) from " + table.name() + " where " + condition(column, words), Long.class, patterns(words));
    }

    private static String condition(DatabaseTables.Column column, List<String> words) {
        return String.join(" or ", words.stream().map(word -> "lower(" + column.name() + ") like ? escape '!'").toList());
    }

    private static Object[] patterns(List<String> words) {
        return words.stream().map(word -> "%" + word.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%").toArray();
    }

    /** Takes the words out of all free text, in a transaction of the caller: what others wrote stays, and names nobody. @return rows changed */
    int takeOut(PersonalTraces traces) {
        var changed = 0;
        if (traces.words().isEmpty()) {
            return 0;
        }
        for (var table : tables.all().values()) {
            for (var column : table.columns()) {
                var marked = map.of(table.key()).stream().anyMatch(each -> each.name().equals(column.name()) && each.mark() == PersonalMark.CONTENT);
                if (marked && column.isText() && !CHAINED.contains(table.key()) && table.has("id")) {
                    changed += takeOut(table, column, traces);
                }
            }
        }
        return changed;
    }

    private int takeOut(DatabaseTables.Table table, DatabaseTables.Column column, PersonalTraces traces) {
        var rows = jdbc.query("select id, " + column.name() + " from " + table.name() + " where " + condition(column, traces.words()) + " limit " + MOST_ROWS,
                (row, n) -> new Object[] {traces.takenOutOf(row.getString(2)), row.getObject(1)},
                patterns(traces.words()));
        rows.forEach(row -> jdbc.update("update " + table.name() + " set " + column.name() + " = ? where id = ?", row));
        if (table.key().equals("search_document")) {
            index.renew(rows.stream().map(row -> Columns.uuid((byte[]) row[1])).toList());
        }
        return rows.size();
    }

    private List<Find> files(PersonalTraces traces) {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).filter(file -> !isDatabaseOrIndex(file)).filter(file -> says(file, traces))
                    .map(file -> new Find(data.relativize(file).toString(), 1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They are read by what they belong to. */
    private boolean isDatabaseOrIndex(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".mv.db") || name.endsWith(".trace.db") || data.relativize(file).startsWith("index");
    }

    private static boolean says(Path file, PersonalTraces traces) {
        try {
            return traces.in(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
