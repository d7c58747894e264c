package app.regulars.personaldata;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** All tables of the database as it really is, MySQL's or H2's, whoever made them; Flyway's own book left out. */
@Component
public class DatabaseTables {

    private static final Set<Integer> TEXT = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCHAR,
            Types.CLOB, Types.NCLOB);
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final DataSource source;
    private volatile Map<String, Table> read;

    DatabaseTables(DataSource source) {
        this.source = source;
    }

    /** @param name in lower case @param type of java.sql.Types */
    public record Column(String name, int type, int size) {

        public boolean isText() {
            return TEXT.contains(type);
        }

        boolean isBytes() {
            return BYTES.contains(type);
        }
    }

    /** @param name as the database writes it */
    public record Table(String name, List<Column> columns) {

        /** In lower case: MySQL on Linux keeps the case of a name. */
        String key() {
            return name.toLowerCase(Locale.ROOT);
        }

        boolean has(String column) {
            return columns.stream().anyMatch(each -> each.name().equals(column));
        }
    }

    /** By name in lower case. Read once: the schema changes only while the application starts, before anybody asks. */
    public Map<String, Table> all() {
        if (read == null) {
            read = Collections.unmodifiableMap(fromTheDatabase());
        }
        return read;
    }

    private Map<String, Table> fromTheDatabase() {
        try {
            return JdbcUtils.extractDatabaseMetaData(source, data -> {
                var found = new TreeMap<String, Table>();
                var catalog = data.getConnection().getCatalog();
                var schema = data.getConnection().getSchema();
                try (var tables = data.getTables(catalog, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
                    while (tables.next()) {
                        var name = tables.getString("TABLE_NAME");
                        if (!name.toLowerCase(Locale.ROOT).startsWith("flyway")) {
                            found.put(name.toLowerCase(Locale.ROOT), new Table(name, new ArrayList<>()));
                        }
                    }
                }
                try (var columns = data.getColumns(catalog, schema, "%", "%")) {
                    while (columns.next()) {
                        var table = found.get(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                        if (table != null) {
                            table.columns().add(new Column(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                                    // H2 calls its own UUIDs binary
                                    "UUID".equalsIgnoreCase(columns.getString("TYPE_NAME")) ? Types.OTHER : columns.getInt("DATA_TYPE"),
                                    columns.getInt("COLUMN_SIZE")));
                        }
                    }
                }
                return found;
            });
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of all columns by table, in lower case. */
    Map<String, Set<String>> names() {
        return all().values().stream().collect(Collectors.toMap(Table::key,
                table -> table.columns().stream().map(Column::name).collect(Collectors.toCollection(java.util.TreeSet::new))));
    }
}
