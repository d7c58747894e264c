package app.regulars.personaldata;

import app.regulars.personaldata.DatabaseTables.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Values of columns as every program reads them: numbers and words as such, moments in UTC as ISO 8601, ids and other bytes in
 * hexadecimal. What is read by one database can be written to another.
 */
final class PlainValues {

    private PlainValues() {
    }

    /** A string, a number, a boolean, or null. */
    static Object read(ResultSet row, Column column) throws SQLException {
        var name = column.name();
        if (column.isBytes()) {
            var bytes = row.getBytes(name);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }
        if (column.isText()) {
            return row.getString(name);
        }
        return switch (column.type()) {
            case Types.TIMESTAMP -> {
                var value = row.getObject(name, LocalDateTime.class);
                yield value == null ? null : value.toInstant(ZoneOffset.UTC).toString();
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                var value = row.getObject(name, OffsetDateTime.class);
                yield value == null ? null : value.toInstant().toString();
            }
            case Types.DATE -> {
                var value = row.getObject(name, LocalDate.class);
                yield value == null ? null : value.toString();
            }
            case Types.TIME -> {
                var value = row.getObject(name, LocalTime.class);
                yield value == null ? null : value.toString();
            }
            case Types.DECIMAL, Types.NUMERIC -> {
                var value = row.getBigDecimal(name);
                yield value == null ? null : value.toPlainString();
            }
            case Types.BIT, Types.BOOLEAN -> {
                var value = row.getBoolean(name);
                yield row.wasNull() ? null : value;
            }
            default -> {
                var value = row.getObject(name);
                yield value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
            }
        };
    }

    /** What the driver wants for a value that was read once, by this database or by another. */
    static Object write(Object value, Column column) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        if (column.isBytes()) {
            return HexFormat.of().parseHex(text);
        }
        if (column.isText()) {
            return text;
        }
        return switch (column.type()) {
            case Types.TIMESTAMP -> LocalDateTime.ofInstant(OffsetDateTime.parse(text).toInstant(), ZoneOffset.UTC);
            case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
            case Types.DATE -> LocalDate.parse(text);
            case Types.TIME -> LocalTime.parse(text);
            case Types.BIT, Types.BOOLEAN -> value instanceof Boolean is ? is : text.equals("1") || text.equalsIgnoreCase("true");
            case Types.TINYINT -> value instanceof Boolean is ? (is ? 1 : 0) : text.equals("true") ? (Object) 1 : text.equals("false") ? 0 : new BigDecimal(text);
            case Types.OTHER -> UUID.fromString(text);
            default -> new BigDecimal(text);
        };
    }
}
