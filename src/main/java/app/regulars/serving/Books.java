package app.regulars.serving;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the service as records, each save a version of its own: what was decided by an old one can be decided again. */
@Component
class Books {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Books(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version 0 for what is shipped */
    record Page<T>(int version, T content, Instant madeAt) {
    }

    <T> Page<T> now(String kind, Class<T> type, T shipped) {
        return pages("kind = ? order by version desc limit 1", type, kind).stream().findFirst().orElse(new Page<>(0, shipped, Instant.EPOCH));
    }

    <T> Page<T> at(String kind, int version, Class<T> type, T shipped) {
        return pages("kind = ? and version = ?", type, kind, version).stream().findFirst().orElse(new Page<>(0, shipped, Instant.EPOCH));
    }

    /** What was valid at a moment. */
    <T> Page<T> validAt(String kind, Instant moment, Class<T> type, T shipped) {
        return pages("kind = ? and made_at <= ? order by version desc limit 1", type, kind, Columns.utc(moment)).stream().findFirst().orElse(new Page<>(0, shipped, Instant.EPOCH));
    }

    /** All versions, the oldest first. */
    <T> List<Page<T>> all(String kind, Class<T> type) {
        return pages("kind = ? order by version", type, kind);
    }

    private <T> List<Page<T>> pages(String where, Class<T> type, Object... values) {
        return jdbc.query("select version, content, made_at from serving_book where " + where,
                (row, n) -> new Page<>(row.getInt("version"), JSON.readValue(row.getString("content"), type), Columns.instant(row, "made_at")), values);
    }

    /** @param read the version that was read @throws Refused if somebody else was quicker */
    int save(String kind, int read, Object content, StaffId by) {
        if (now(kind, Object.class, "").version() != read) {
            throw new Refused("serving.refused.changed");
        }
        try {
            jdbc.update("insert into serving_book (kind, version, content, made_at, made_by) values (?, ?, ?, ?, ?)", kind, read + 1, JSON.writeValueAsString(content),
                    Columns.utc(clock.instant()), by == null ? null : Columns.bytes(by.value()));
        } catch (DuplicateKeyException quicker) {
            throw new Refused("serving.refused.changed");
        }
        return read + 1;
    }
}
