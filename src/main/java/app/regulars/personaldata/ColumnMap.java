package app.regulars.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one place that says of every column of the database whether it is personal, what it is for and how long it is kept. */
@Component
public class ColumnMap {

    static final String FILE = "personal-data/columns.csv";

    /** @param retention the code of a retention rule; empty where the column is not personal */
    public record Column(String table, String name, PersonalMark mark, String purpose, String retention) {
    }

    private final Map<String, Column> columns = new LinkedHashMap<>();

    ColumnMap() {
        this(read());
    }

    ColumnMap(List<String> lines) {
        lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("table,")).forEach(line -> {
            var parts = line.split(",", -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException(FILE + " wants table,column,personal,purpose,retention and not " + line);
            }
            if (columns.put(parts[0] + "." + parts[1], new Column(parts[0], parts[1], PersonalMark.of(parts[2]), parts[3], parts[4])) != null) {
                throw new IllegalArgumentException(FILE + " names twice " + parts[0] + "." + parts[1]);
            }
        });
    }

    public Collection<Column> all() {
        return columns.values();
    }

    public List<Column> of(String table) {
        return columns.values().stream().filter(column -> column.table().equals(table)).toList();
    }

    /**
     * What does not agree with a schema, as instructions.
     *
     * @param schema the names of all columns by the names of the tables, in lower case
     */
    List<String> differences(Map<String, ? extends Collection<String>> schema) {
        var found = new ArrayList<String>();
        new TreeMap<>(schema).forEach((table, names) -> names.stream().filter(name -> !columns.containsKey(table + "." + name))
                .forEach(name -> found.add("add to src/main/resources/" + FILE + " the line: " + table + "," + name
                        + ",<no|direct|linked|content>,<purpose>,<retention rule>   (the last two stay empty after \"no\")")));
        columns.values().stream().filter(column -> !schema.containsKey(column.table()) || !schema.get(column.table()).contains(column.name()))
                .forEach(column -> found.add("remove from src/main/resources/" + FILE + " the line of " + column.table() + "." + column.name()
                        + ": the database has no such column"));
        columns.values().stream().filter(column -> column.mark() != PersonalMark.NO && (column.purpose().isEmpty() || column.retention().isEmpty()))
                .forEach(column -> found.add("say in src/main/resources/" + FILE + " what " + column.table() + "." + column.name()
                        + " is for and how long it is kept"));
        return found;
    }

    public TreeSet<String> retentionRules() {
        var codes = new TreeSet<String>();
        columns.values().forEach(column -> codes.add(column.retention()));
        codes.remove("");
        return codes;
    }

    private static List<String> read() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
