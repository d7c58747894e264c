package app.regulars.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Says how the columns of a file become the standard columns: lines {@code <kind>.<Standard Column> = <expression>} (spaces in names
 * are escaped as in every properties file, or written as "_"). {@code <kind>.skip} leaves out the rows for which it is "true".
 * Without a mapping every column keeps its name.
 */
final class Mapping {

    private final Map<String, Expression> columns;
    private final Expression skip;

    private Mapping(Map<String, Expression> columns, Expression skip) {
        this.columns = columns;
        this.skip = skip;
    }

    static Mapping none() {
        return new Mapping(null, null);
    }

    /** @param source a file, or the name of a mapping that ships with the product ("online-retail") */
    static Mapping read(String source, String kind) throws IOException {
        var lines = new Properties();
        var file = Path.of(source);
        try (InputStream in = Files.exists(file) ? Files.newInputStream(file) : shipped(source);
             var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
        var columns = new LinkedHashMap<String, Expression>();
        Expression skip = null;
        for (var name : lines.stringPropertyNames()) {
            if (!name.startsWith(kind + ".")) {
                continue;
            }
            var column = name.substring(kind.length() + 1).replace('_', ' ');
            var expression = Expression.parse(lines.getProperty(name));
            if ("skip".equals(column)) {
                skip = expression;
            } else {
                columns.put(column, expression);
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The mapping " + source + " has no lines for " + kind + ".");
        }
        return new Mapping(columns, skip);
    }

    private static InputStream shipped(String name) throws IOException {
        var in = Mapping.class.getResourceAsStream("/importing/" + name + ".properties");
        if (in == null) {
            throw new IOException("There is neither a file nor a shipped mapping named " + name + ".");
        }
        return in;
    }

    boolean skips(Map<String, String> row) {
        return skip != null && "true".equals(skip.of(row));
    }

    /** The row in standard columns. */
    Map<String, String> apply(Map<String, String> row) {
        if (columns == null) {
            return row;
        }
        var mapped = new LinkedHashMap<String, String>();
        columns.forEach((column, expression) -> mapped.put(column, expression.of(row)));
        return mapped;
    }
}
