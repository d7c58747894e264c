package app.regulars.personaldata;

import app.regulars.personaldata.DatabaseTables.Column;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads, blanks and writes the rows that the modules declare to be about a person. */
@Component
class PersonalRecords {

    private final List<PersonalDataSource> sources;
    private final DatabaseTables tables;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PersonalRecords(List<PersonalDataSource> sources, DatabaseTables tables, NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction) {
        this.sources = sources.stream().sorted(Comparator.comparingInt(PersonalDataSource::order).thenComparing(PersonalDataSource::block)).toList();
        this.tables = tables;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** In the order in which they are restored. */
    List<PersonalDataSource> sources() {
        return sources;
    }

    long count(PersonalTable of, CustomerId person) {
        return jdbc.queryForObject("select count(*) from " + name(of) + " where " + of.rows(), values(person), Long.class);
    }

    /** Row by row, so that no archive is ever held in memory; what the person does not get is not in it. */
    void each(PersonalTable of, CustomerId person, Consumer<Map<String, Object>> taker) {
        var table = tables.all().get(of.name());
        var kept = table.columns().stream().filter(column -> !of.withheld().contains(column.name())).toList();
        jdbc.query("select * from " + table.name() + " where " + of.rows(), values(person), row -> {
            var values = new LinkedHashMap<String, Object>();
            for (var column : kept) {
                var value = PlainValues.read(row, column);
                if (value != null) {
                    values.put(column.name(), value);
                }
            }
            taker.accept(values);
        });
    }

    List<String> columns(PersonalTable of) {
        return tables.all().get(of.name()).columns().stream().map(Column::name).filter(name -> !of.withheld().contains(name)).toList();
    }

    /** What one module knows, children before parents. */
    void forget(PersonalDataSource source, CustomerId person) {
        source.forget(person);
        for (var table : source.tables().reversed()) {
            if (table.forgotten()) {
                jdbc.update("delete from " + name(table) + " where " + table.rows(), values(person));
            } else if (!table.blanks().isEmpty()) {
                var set = new ArrayList<String>();
                table.blanks().forEach((column, value) -> set.add(column + " = " + value));
                jdbc.update("update " + name(table) + " set " + String.join(", ", set) + " where " + table.rows(), values(person));
            }
        }
    }

    /**
     * Writes a row as it stood in an archive, unless one with that key is there already. Archives come from outside: what the person
     * never gets in hers is not taken from one, and a row that would not be hers is not taken at all.
     *
     * @return false when it could not stand here, because it is somebody else's, or hangs on something of somebody else
     */
    boolean restore(PersonalTable of, CustomerId person, Map<String, Object> row) {
        var table = tables.all().get(of.name());
        var known = table.columns().stream().filter(column -> row.get(column.name()) != null && !of.withheld().contains(column.name())).toList();
        if (known.isEmpty()) {
            return false;
        }
        var values = new MapSqlParameterSource();
        known.forEach(column -> values.addValue(column.name(), PlainValues.write(row.get(column.name()), column)));
        var sql = "insert into " + table.name() + " (" + String.join(", ", known.stream().map(Column::name).toList()) + ") values ("
                + String.join(", ", known.stream().map(column -> ":" + column.name()).toList()) + ")";
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var before = count(of, person);
                jdbc.update(sql, values);
                var hers = count(of, person) == before + 1;
                if (!hers) {
                    status.setRollbackOnly();
                }
                return hers;
            }));
        } catch (DataIntegrityViolationException | UncategorizedSQLException | IllegalArgumentException | DateTimeException thereAlreadyOrHangsOnAnothersOrMadeUp) {
            return false;
        }
    }

    private String name(PersonalTable of) {
        return tables.all().get(of.name()).name();
    }

    private static MapSqlParameterSource values(CustomerId person) {
        return new MapSqlParameterSource("customer", Columns.bytes(person.value())).addValue("text", person.value().toString());
    }
}
