package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.persistence.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Moves the lines of the first ledger, which had no chain, into the chain, in the order in which they were written. */
@Component
class V2201__ConsentEntriesIntoTheChain extends BaseJavaMigration {

    private static final String OLD = """
            select e.*, w.purpose as wording_purpose, w.version as wording_version, w.language, w.title, w.sentence, w.valid_from, w.in_substance
            from consent_entry e join purpose_wording w on w.id = e.wording_id order by e.sequence""";

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var place = 0L;
        var previous = ConsentChain.beginning();
        try (var read = connection.createStatement(); var rows = read.executeQuery(OLD); var write = connection.prepareStatement(ConsentLine.INSERT)) {
            while (rows.next()) {
                var line = line(rows, ++place, statementAt(connection, Columns.instant(rows, "happened_at")));
                var hash = ConsentChain.hash(previous, line);
                set(write, line.row(previous, hash));
                write.executeUpdate();
                previous = hash;
            }
        }
        try (var head = connection.prepareStatement("update consent_head set sequence = ?, hash = ? where id = 1")) {
            set(head, place, previous);
            head.executeUpdate();
        }
    }

    private static ConsentLine line(ResultSet row, long place, Integer statement) throws SQLException {
        var words = Purposes.wording(row);
        var granted = "granted".equals(row.getString("kind"));
        var at = Columns.instant(row, "happened_at");
        var form = row.getString("form");
        return new ConsentLine(place, id(row, "id"), row.getString("kind"), id(row, "customer_id"), null, row.getString("purpose"), row.getString("channel"),
                granted ? ConsentBasis.EXPRESS.code() : null, words.id(), ConsentChain.digest(words), statement, form, ConsentForms.page(form), null, null,
                row.getString("actor_kind"), id(row, "actor_id"), at, Columns.instant(row, "expires_at"), at, row.getString("once_key"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Columns.uuid(row.getBytes(column));
    }

    private static Integer statementAt(Connection connection, Instant at) throws SQLException {
        try (var read = connection.prepareStatement("select max(version) from privacy_statement where valid_from <= ?")) {
            set(read, utc(at));
            try (var row = read.executeQuery()) {
                row.next();
                return row.getObject(1, Integer.class);
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
