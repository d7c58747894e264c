package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of purposes and their words. */
@Component
class Purposes {

    static final String WORDS = "w.id as wording_id, w.purpose as wording_purpose, w.version as wording_version, w.language, w.title, w.sentence, "
            + "w.valid_from, w.in_substance";
    private static final String SELECT = "select code, position, channel, basis, offered, purchase_months, inquiry_months from purpose";

    private final JdbcTemplate jdbc;
    /** Words are never changed, so they may be kept. */
    private final Map<UUID, Wording> known = new ConcurrentHashMap<>();

    Purposes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Purpose> all() {
        return jdbc.query(SELECT + " order by position, code", (row, n) -> purpose(row));
    }

    Optional<Purpose> find(String code) {
        return jdbc.query(SELECT + " where code = ?", (row, n) -> purpose(row), code).stream().findFirst();
    }

    void add(Purpose purpose) {
        jdbc.update("insert into purpose (code, position, channel, basis, offered, purchase_months, inquiry_months) values (?, ?, ?, ?, ?, ?, ?)",
                purpose.code(), purpose.position(), String.join(",", purpose.channels()), purpose.basis(), purpose.offered(), purpose.purchaseMonths(),
                purpose.inquiryMonths());
    }

    void change(Purpose purpose) {
        jdbc.update("update purpose set offered = ?, channel = ?, purchase_months = ?, inquiry_months = ? where code = ?", purpose.offered(),
                String.join(",", purpose.channels()), purpose.purchaseMonths(), purpose.inquiryMonths(), purpose.code());
    }

    void publish(Wording words, UUID by) {
        jdbc.update("""
                insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from, in_substance, published_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", bytes(words.id()), words.purpose(), words.version(), words.language(), words.title(),
                words.sentence(), utc(words.validFrom()), words.inSubstance(), bytes(by));
    }

    /**
     * Keeps words that a person agreed to in another shop and brought along: below version 0, so that they are shown where she agreed to
     * them, never asked for, and no word of this shop.
     *
     * @return false where there is no such purpose, or these words cannot stand here
     */
    boolean bring(Wording words) {
        if (find(words.purpose()).isEmpty() || Languages.ALL.stream().noneMatch(locale -> Languages.code(locale).equals(words.language()))) {
            return false;
        }
        var lowest = jdbc.queryForObject("select coalesce(min(version), 0) from purpose_wording where purpose = ? and language = ?", Integer.class,
                words.purpose(), words.language());
        publish(new Wording(words.id(), words.purpose(), Math.min(lowest, 0) - 1, words.language(), words.title(), words.sentence(), words.validFrom(), false), null);
        return true;
    }

    /** Newest first, both languages; without those that people brought along. */
    List<Wording> wordings(String purpose) {
        return jdbc.query("select " + WORDS + " from purpose_wording w where w.purpose = ? and w.version > 0 order by w.version desc, w.language", (row, n) -> wording(row), purpose);
    }

    /** The words that count at this moment, one for each purpose that is offered. */
    List<Wording> current(Locale locale, Instant at) {
        return current(locale, at, "p.offered = true");
    }

    /** The words that count at this moment, one for each purpose, whether it is offered or not. */
    List<Wording> inForce(Locale locale, Instant at) {
        return current(locale, at, "1 = 1");
    }

    private List<Wording> current(Locale locale, Instant at, String which) {
        return jdbc.query("select " + WORDS + """
                 from purpose p join purpose_wording w on w.purpose = p.code
                where %s and w.version > 0 and w.language = ? and w.valid_from <= ? and w.version =
                    (select max(v.version) from purpose_wording v where v.purpose = w.purpose and v.language = w.language and v.valid_from <= ?)
                order by p.position, p.code""".formatted(which), (row, n) -> wording(row), Languages.code(locale), utc(at), utc(at));
    }

    Optional<Wording> wording(UUID id) {
        var kept = known.get(id);
        if (kept != null) {
            return Optional.of(kept);
        }
        var found = jdbc.query("select " + WORDS + " from purpose_wording w where w.id = ?", (row, n) -> wording(row), bytes(id)).stream().findFirst();
        found.ifPresent(words -> known.put(id, words));
        return found;
    }

    /** Null where the row has none, such as one of an outer join. */
    static Wording wording(ResultSet row) throws SQLException {
        var id = row.getBytes("wording_id");
        return id == null || row.getString("wording_purpose") == null ? null : new Wording(Columns.uuid(id), row.getString("wording_purpose"),
                row.getInt("wording_version"), row.getString("language"), row.getString("title"), row.getString("sentence"),
                Columns.instant(row, "valid_from"), row.getBoolean("in_substance"));
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return new Purpose(row.getString("code"), row.getInt("position"), List.of(row.getString("channel").split(",")), row.getString("basis"),
                row.getBoolean("offered"), row.getObject("purchase_months", Integer.class), row.getObject("inquiry_months", Integer.class));
    }
}
