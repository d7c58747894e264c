package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's table and the wordings. There is no statement here that changes or deletes a line. */
@Component
class ConsentLines {

    private static final String SELECT = """
            select e.sequence, e.customer_id, e.purpose, e.channel, e.kind, e.form, e.actor_kind, e.actor_id, e.happened_at, e.expires_at,
                w.id as wording_id, w.version as wording_version, w.language, w.title, w.sentence
            from consent_entry e join purpose_wording w on w.id = e.wording_id where e.customer_id = ?""";

    private final JdbcTemplate jdbc;

    ConsentLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Purpose(String code, String channel, String basis) {
    }

    /** @param once makes it one line however often it is added @return whether it is new */
    boolean append(CustomerId customer, Purpose purpose, boolean granted, UUID wording, String form, ConsentActor actor, Instant at, String once) {
        return jdbc.update("""
                insert into consent_entry (id, customer_id, purpose, channel, basis, kind, wording_id, form, actor_kind, actor_id, happened_at, expires_at, once_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?) on duplicate key update once_key = once_key""",
                bytes(Ids.next()), bytes(customer.value()), purpose.code(), purpose.channel(), purpose.basis(), granted ? "granted" : "withdrawn",
                bytes(wording), form, actor.kind(), bytes(actor.id()), utc(at), once) == 1;
    }

    /** Oldest first; at most the last 1,000. */
    List<ConsentEntry> of(CustomerId customer) {
        return jdbc.query(SELECT + " order by e.happened_at desc, e.sequence desc limit 1000", (row, n) -> entry(row), bytes(customer.value())).reversed();
    }

    List<ConsentEntry> of(CustomerId customer, String purpose) {
        return jdbc.query(SELECT + " and e.purpose = ? order by e.happened_at, e.sequence", (row, n) -> entry(row), bytes(customer.value()), purpose);
    }

    Optional<Purpose> purpose(String code) {
        return jdbc.query("select code, channel, basis from purpose where code = ?",
                (row, n) -> new Purpose(row.getString(1), row.getString(2), row.getString(3)), code).stream().findFirst();
    }

    /** The words that count at this moment, one for each purpose that is offered. */
    List<Wording> current(Locale locale, Instant at) {
        return jdbc.query("""
                select w.id as wording_id, w.purpose, w.version as wording_version, w.language, w.title, w.sentence
                from purpose p join purpose_wording w on w.purpose = p.code
                where p.offered = true and w.language = ? and w.valid_from <= ? and w.version =
                    (select max(v.version) from purpose_wording v where v.purpose = w.purpose and v.language = w.language and v.valid_from <= ?)
                order by p.position""", (row, n) -> wording(row), Languages.code(locale), utc(at), utc(at));
    }

    Optional<Wording> wording(UUID id) {
        return jdbc.query("select id as wording_id, purpose, version as wording_version, language, title, sentence from purpose_wording where id = ?",
                (row, n) -> wording(row), bytes(id)).stream().findFirst();
    }

    private static ConsentEntry entry(ResultSet row) throws SQLException {
        return new ConsentEntry(row.getLong("sequence"), new CustomerId(Columns.uuid(row.getBytes("customer_id"))), row.getString("purpose"),
                row.getString("channel"), "granted".equals(row.getString("kind")), wording(row), row.getString("form"),
                new ConsentActor(row.getString("actor_kind"), Columns.uuid(row.getBytes("actor_id"))),
                Columns.instant(row, "happened_at"), Columns.instant(row, "expires_at"));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(Columns.uuid(row.getBytes("wording_id")), row.getString("purpose"), row.getInt("wording_version"), row.getString("language"),
                row.getString("title"), row.getString("sentence"));
    }
}
