package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.web.PublicCache;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The privacy statement, version by version; a published one is never changed. */
@Service
@Transactional
public class PrivacyStatements {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final PublicCache cache;

    PrivacyStatements(JdbcTemplate jdbc, Clock clock, PublicCache cache) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache = cache;
    }

    /** @param content Markdown */
    public record Statement(int version, String content, Instant validFrom) {
    }

    /** @param version such as 4; one that is published already stays as it is */
    public void publish(int version, Localized text, Instant validFrom) {
        publish(version, text, validFrom, null);
    }

    void publish(int version, Localized text, Instant validFrom, StaffId by) {
        for (var language : Languages.ALL) {
            jdbc.update("""
                    insert into privacy_statement (id, version, language, content, valid_from, published_by, published_at) values (?, ?, ?, ?, ?, ?, ?)
                    on duplicate key update version = version""", bytes(Ids.next()), version, Languages.code(language), text.in(language), utc(validFrom),
                    by == null ? null : bytes(by.value()), utc(clock.instant()));
        }
        AfterCommit.run(() -> cache.changed("/privacy"));
    }

    /** The one that counts now. */
    @Transactional(readOnly = true)
    public Optional<Statement> current(Locale locale) {
        return versions(locale).stream().filter(statement -> !statement.validFrom().isAfter(clock.instant())).findFirst();
    }

    /** The version that counted at a moment, or null when there was none. */
    @Transactional(readOnly = true)
    public Integer at(Instant moment) {
        return jdbc.queryForObject("select max(version) from privacy_statement where valid_from <= ?", Integer.class, utc(moment));
    }

    /** Newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Statement> versions(Locale locale) {
        return jdbc.query("select version, content, valid_from from privacy_statement where language = ? order by version desc limit 50",
                (row, n) -> new Statement(row.getInt("version"), row.getString("content"), Columns.instant(row, "valid_from")), Languages.code(locale));
    }
}
