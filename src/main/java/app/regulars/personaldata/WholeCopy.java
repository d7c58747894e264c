package app.regulars.personaldata;

import app.regulars.personaldata.DatabaseTables.Table;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The owner's copy of everything: each table as CSV, and the stored files, in one zip that any program reads; and the way back into a
 * clean installation, on MySQL or H2, whichever it came from. An empty value is written as {@code \N}, and a text that begins with a backslash with one more.
 */
@Component
public class WholeCopy {

    static final String MANIFEST = "manifest.json";
    static final String FORMAT = "regulars-whole-1";
    private static final String NOTHING = "\\N";
    private static final int AT_ONCE = 500;
    /** What belongs to the running house and not to the records. */
    private static final Set<String> LEFT_OUT = Set.of("scheduled_tasks");

    private final DataSource source;
    private final DatabaseTables tables;
    private final Path data;
    private final JsonMapper json = new JsonMapper();

    WholeCopy(DataSource source, DatabaseTables tables, @Value("${regulars.data}") Path data) {
        this.source = source;
        this.tables = tables;
        this.data = data;
    }

    /** Rows by table, as they stand at one moment. */
    public Map<String, Long> write(OutputStream target) {
        var counts = new TreeMap<String, Long>();
        try (var zip = new ZipOutputStream(target, StandardCharsets.UTF_8); var connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            for (var table : tables.all().values()) {
                if (!LEFT_OUT.contains(table.key())) {
                    zip.putNextEntry(new ZipEntry("tables/" + table.key() + ".csv"));
                    counts.put(table.key(), rows(connection, table, zip));
                    zip.closeEntry();
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
            files(zip);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(json.writeValueAsString(Map.of("format", FORMAT, "nothing", NOTHING, "rows", counts)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the copy could not be read from the database: " + e.getSQLState(), e);
        }
        return counts;
    }

    private static long rows(Connection connection, Table table, ZipOutputStream zip) throws SQLException, IOException {
        var csv = CsvWriter.builder().build(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        csv.writeRecord(table.columns().stream().map(DatabaseTables.Column::name).toList());
        var count = 0L;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(connection.getMetaData().getURL().startsWith("jdbc:mysql") ? Integer.MIN_VALUE : AT_ONCE);
            try (var row = statement.executeQuery("select * from " + table.name())) {
                while (row.next()) {
                    var values = new ArrayList<String>();
                    for (var column : table.columns()) {
                        var value = PlainValues.read(row, column);
                        values.add(value == null ? NOTHING : escaped(value.toString()));
                    }
                    csv.writeRecord(values);
                    count++;
                }
            }
        }
        csv.flush();
        return count;
    }

    /** So that a text that looks like nothing stays a text. */
    private static String escaped(String text) {
        return text.startsWith("\\") ? "\\" + text : text;
    }

    private static String unescaped(String text) {
        return text.startsWith("\\\\") ? text.substring(1) : text;
    }

    private void files(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        try (var all = Files.walk(data)) {
            for (var file : all.filter(Files::isRegularFile).filter(this::isTheirs).toList()) {
                zip.putNextEntry(new ZipEntry("files/" + data.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Neither the database itself nor the index, which is made anew. */
    private boolean isTheirs(Path file) {
        var name = data.relativize(file).toString();
        return !name.startsWith("index") && !name.endsWith(".db") && !name.contains(".lock");
    }

    /**
     * Puts the copy in place of what is here.
     *
     * @throws IllegalArgumentException when it is no such copy, or when customers are here already
     */
    public Map<String, Long> restore(Path file) {
        try (var zip = new ZipFile(file.toFile()); var connection = source.getConnection()) {
            var manifest = zip.getEntry(MANIFEST);
            if (manifest == null || !FORMAT.equals(json.readTree(zip.getInputStream(manifest)).path("format").asString(""))) {
                throw new IllegalArgumentException(file + " is no copy of a shop.");
            }
            if (holds(connection, "select 1 from customer") || holds(connection, "select 1 from sales_order")) {
                throw new IllegalArgumentException("There are customers or orders here already: a copy is only put back into a clean installation.");
            }
            var counts = new TreeMap<String, Long>();
            connection.setAutoCommit(false);
            var here = ordered(connection);
            for (var table : here.reversed()) {
                if (!LEFT_OUT.contains(table.key())) {
                    execute(connection, "delete from " + table.name());
                }
            }
            for (var table : here) {
                var entry = zip.getEntry("tables/" + table.key() + ".csv");
                if (entry != null) {
                    try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                        counts.put(table.key(), put(connection, table, rows));
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            files(zip);
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the copy could not be put back: " + e.getMessage(), e);
        }
    }

    private static long put(Connection connection, Table table, CsvReader<de.siegmar.fastcsv.reader.NamedCsvRecord> rows) throws SQLException {
        var count = 0L;
        List<DatabaseTables.Column> known = null;
        java.sql.PreparedStatement insert = null;
        try {
            for (var row : rows) {
                if (known == null) {
                    var names = new HashSet<>(row.getHeader());
                    known = table.columns().stream().filter(column -> names.contains(column.name())).toList();
                    insert = connection.prepareStatement("insert into " + table.name() + " (" + String.join(", ", known.stream().map(DatabaseTables.Column::name).toList())
                            + ") values (" + String.join(", ", java.util.Collections.nCopies(known.size(), "?")) + ")");
                }
                for (int i = 0; i < known.size(); i++) {
                    var value = row.getField(known.get(i).name());
                    insert.setObject(i + 1, NOTHING.equals(value) ? null : PlainValues.write(unescaped(value), known.get(i)));
                }
                insert.addBatch();
                if (++count % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            if (insert != null) {
                insert.executeBatch();
            }
            return count;
        } finally {
            if (insert != null) {
                insert.close();
            }
        }
    }

    /** Tables that others hang on come first. */
    private List<Table> ordered(Connection connection) throws SQLException {
        var all = tables.all();
        var parents = new LinkedHashMap<String, Set<String>>();
        for (var table : all.values()) {
            var names = new HashSet<String>();
            try (var keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table.name())) {
                while (keys.next()) {
                    names.add(keys.getString("PKTABLE_NAME").toLowerCase(java.util.Locale.ROOT));
                }
            }
            names.remove(table.key());
            parents.put(table.key(), names);
        }
        var ordered = new ArrayList<Table>();
        var done = new HashSet<String>();
        while (ordered.size() < all.size()) {
            var next = parents.entrySet().stream().filter(each -> !done.contains(each.getKey()) && done.containsAll(each.getValue())).map(Map.Entry::getKey).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables hang on each other in a circle: " + parents.keySet());
            }
            next.forEach(name -> {
                ordered.add(all.get(name));
                done.add(name);
            });
        }
        return ordered;
    }

    private void files(ZipFile zip) throws IOException {
        var root = data.toAbsolutePath().normalize();
        for (var entry : zip.stream().filter(each -> each.getName().startsWith("files/") && !each.isDirectory()).toList()) {
            var target = root.resolve(entry.getName().substring("files/".length())).normalize();
            if (!target.startsWith(root)) {
                throw new IllegalArgumentException("a file of the copy wants to stand outside of the data folder");
            }
            Files.createDirectories(target.getParent());
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean holds(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql + " limit 1")) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
