package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is signed in, and how it is ended: a session with its live pages, and what keeps the browser signed in. */
@Service
@Transactional
public class SignIns {

    private static final String ENDED = "/login?ended";
    private static final String OPEN = """
            select id, browser, series, began_at, last_used_at from sign_in_session
            where account_id = ? and last_used_at > ? and ended_at is null order by last_used_at desc""";
    private static final String KEPT = """
            select series, browser, created_at, last_used_at from remembered_browser
            where account_id = ? and expires_at > ? order by last_used_at desc limit 50""";

    private final LiveSessions sessions;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignIns(LiveSessions sessions, JdbcTemplate jdbc, Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(UUID id, String browser, String series, Instant since, Instant lastUsed) {
    }

    /** The one before the person first, then the last used first; at most 100. */
    @Transactional(readOnly = true)
    public List<SignInPlace> places(SignedIn me) {
        var current = LiveSessions.current();
        var kept = jdbc.query(KEPT, (row, n) -> new Row(UUID.fromString(row.getString("series")), row.getString("browser"), row.getString("series"),
                Columns.instant(row, "created_at"), Columns.instant(row, "last_used_at")), bytes(me.accountId()), utc(clock.instant()));
        var live = open(OPEN + " limit 50", me.accountId(), clock.instant().minus(LiveSessions.SILENT));
        var keptSeries = new HashSet<>(kept.stream().map(Row::series).toList());
        var places = new ArrayList<SignInPlace>();
        live.forEach(row -> places.add(new SignInPlace(row.id(), row.browser(), row.since(), row.lastUsed(), row.id().equals(current), true,
                row.series() != null && keptSeries.contains(row.series()))));
        var shown = new HashSet<>(live.stream().map(Row::series).toList());
        kept.stream().filter(row -> !shown.contains(row.series()))
                .forEach(row -> places.add(new SignInPlace(row.id(), row.browser(), row.since(), row.lastUsed(), false, false, true)));
        places.sort(Comparator.comparing(SignInPlace::here).thenComparing(SignInPlace::lastUsed).reversed());
        return places;
    }

    private List<Row> open(String sql, UUID account, Instant after) {
        return jdbc.query(sql, (row, n) -> new Row(Columns.uuid(row.getBytes("id")), row.getString("browser"), row.getString("series"),
                Columns.instant(row, "began_at"), Columns.instant(row, "last_used_at")), bytes(account), utc(after));
    }

    /** @param id of a place. @throws NotFound for one of somebody else */
    public void end(SignedIn me, UUID id) {
        var series = jdbc.query("select series from sign_in_session where id = ? and account_id = ? and ended_at is null", (row, n) -> row.getString(1),
                bytes(id), bytes(me.accountId()));
        var forgotten = 0;
        for (var kept : series.isEmpty() ? List.of(id.toString()) : series) {
            forgotten += jdbc.update("delete from remembered_browser where series = ? and account_id = ?", kept, bytes(me.accountId()));
        }
        if (series.isEmpty() && forgotten == 0) {
            throw new NotFound();
        }
        jdbc.update("update sign_in_session set ended_at = ? where id = ? and account_id = ? and ended_at is null", utc(clock.instant()), bytes(id), bytes(me.accountId()));
        sessions.close(List.of(id), ENDED);
    }

    /** Ends every session but the one of the live page at hand, and forgets every other browser. */
    public void endOthers(SignedIn me) {
        end(me.accountId(), LiveSessions.current(), ENDED);
    }

    /** Ends every session and forgets every browser. */
    public void endAll(UUID account) {
        end(account, null, ENDED);
    }

    /** Ends every session and forgets every browser but the one at hand, whether or not somebody is signed in there. */
    void endElsewhere(UUID account) {
        end(account, LiveSessions.current(), ENDED);
    }

    /** Ends every session, so that what the person may do is looked up anew; browsers that stay signed in come back by themselves. */
    void endSessions(UUID account) {
        endRows(open(OPEN, account, Instant.EPOCH), null, ENDED);
    }

    void endAll(UUID account, String page) {
        end(account, null, page);
    }

    private void end(UUID account, UUID except, String page) {
        var rows = open(OPEN, account, Instant.EPOCH);
        var stays = rows.stream().filter(row -> row.id().equals(except)).map(Row::series).filter(Objects::nonNull).findFirst().orElse(null);
        jdbc.update("delete from remembered_browser where account_id = ? and series <> ?", bytes(account), stays == null ? "" : stays);
        endRows(rows, except, page);
    }

    private void endRows(List<Row> rows, UUID except, String page) {
        var ending = rows.stream().map(Row::id).filter(id -> !id.equals(except)).toList();
        var now = utc(clock.instant());
        jdbc.batchUpdate("update sign_in_session set ended_at = ? where id = ? and ended_at is null", ending.stream().map(id -> new Object[] {now, bytes(id)}).toList());
        sessions.close(ending, page);
    }
}
