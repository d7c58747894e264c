package app.regulars.talking;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Keeps talks and what is said in them. Whatever adds to a talk locks it before. */
@Component
class TalkStore {

    private final JdbcTemplate jdbc;

    TalkStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Talk talk, String token, String requestKey) {
        jdbc.update("insert into talk (id, number, customer_id, person_id, signed_in, name, language, token_hash, request_key, opened_at, waits_since, customer_seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(talk.id()), talk.number(), bytes(talk.customer().value()), talk.person() == null ? null : bytes(talk.person().value()), talk.signedIn(), talk.name(),
                talk.language().getLanguage(), Secrets.hash(token), requestKey, utc(talk.openedAt()), utc(talk.waitsSince()), utc(talk.openedAt()));
    }

    Optional<Talk> byToken(String token, boolean locked) {
        return one("token_hash = ?", locked, Secrets.hash(token));
    }

    Optional<Talk> byNumber(String number, boolean locked) {
        return one("number = ?", locked, number);
    }

    Optional<Talk> byRequest(String requestKey) {
        return one("request_key = ?", true, requestKey);
    }

    private Optional<Talk> one(String where, boolean locked, Object value) {
        return jdbc.query("select * from talk where " + where + (locked ? " for update" : ""), TalkStore::talk, value).stream().findFirst();
    }

    /** Those that go on, the oldest first. */
    List<Talk> open(int most) {
        return jdbc.query("select * from talk where ended_at is null order by opened_at, number limit ?", TalkStore::talk, most);
    }

    long waiting() {
        return jdbc.queryForObject("select count(*) from talk where ended_at is null and staff_id is null", Long.class);
    }

    /** Those that go on with somebody of us. */
    List<Talk> with(StaffId staff, boolean locked) {
        return jdbc.query("select * from talk where ended_at is null and staff_id = ? order by opened_at" + (locked ? " for update" : ""), TalkStore::talk, bytes(staff.value()));
    }

    /** Nobody has it any more. */
    void waitsAgain(UUID talk, Instant since) {
        jdbc.update("update talk set staff_id = null, waits_since = ?, taken_at = null, staff_writing_until = null where id = ?", utc(since), bytes(talk));
    }

    long countSince(CustomerId customer, Instant since) {
        return jdbc.queryForObject("select count(*) from talk where customer_id = ? and opened_at > ?", Long.class, bytes(customer.value()), utc(since));
    }

    /** The same talk under another secret: the answer that carried the first one may never have arrived. */
    void renew(UUID talk, String token) {
        jdbc.update("update talk set token_hash = ? where id = ?", Secrets.hash(token), bytes(talk));
    }

    void seen(UUID talk, Instant at) {
        jdbc.update("update talk set customer_seen_at = ? where id = ? and ended_at is null", utc(at), bytes(talk));
    }

    void customerWrites(UUID talk, Instant until) {
        jdbc.update("update talk set customer_writing_until = ? where id = ?", utc(until), bytes(talk));
    }

    void staffWrites(UUID talk, Instant until) {
        jdbc.update("update talk set staff_writing_until = ? where id = ?", utc(until), bytes(talk));
    }

    void given(UUID talk, StaffId to, Instant at) {
        jdbc.update("update talk set staff_id = ?, taken_at = coalesce(taken_at, ?), staff_writing_until = null where id = ?", bytes(to.value()), utc(at), bytes(talk));
    }

    void ended(UUID talk, EndedWhy why, String inquiry, Instant at) {
        jdbc.update("update talk set ended_at = ?, ended_why = ?, inquiry_number = ?, customer_writing_until = null, staff_writing_until = null where id = ?",
                utc(at), why.code(), inquiry, bytes(talk));
    }

    List<Line> lines(UUID talk, int after) {
        return jdbc.query("select * from talk_line where talk_id = ? and n > ? order by n", TalkStore::line, bytes(talk), after);
    }

    /** The first line of each of up to some hundred talks; one statement. */
    Map<UUID, Line> firstLines(List<UUID> talks) {
        var lines = new HashMap<UUID, Line>();
        if (!talks.isEmpty()) {
            jdbc.query("select * from talk_line where n = 1 and talk_id in (" + String.join(",", Collections.nCopies(talks.size(), "?")) + ")",
                    (RowCallbackHandler) row -> lines.put(uuid(row.getBytes("talk_id")), line(row, 0)), talks.stream().map(Columns::bytes).toArray());
        }
        return lines;
    }

    Optional<Line> line(UUID talk, String key) {
        return jdbc.query("select * from talk_line where talk_id = ? and client_key = ?", TalkStore::line, bytes(talk), key).stream().findFirst();
    }

    int last(UUID talk) {
        return jdbc.queryForObject("select coalesce(max(n), 0) from talk_line where talk_id = ?", Integer.class, bytes(talk));
    }

    /** @return its n */
    int say(UUID talk, String key, Line.Who who, StaffId staff, String text, Instant at) {
        var n = last(talk) + 1;
        jdbc.update("insert into talk_line (talk_id, n, client_key, who, staff_id, said, said_at) values (?, ?, ?, ?, ?, ?, ?)",
                bytes(talk), n, key, who.name(), staff == null ? null : bytes(staff.value()), text, utc(at));
        return n;
    }

    private static Talk talk(ResultSet row, int n) throws SQLException {
        return new Talk(uuid(row.getBytes("id")), row.getString("number"), new CustomerId(uuid(row.getBytes("customer_id"))), person(row), row.getBoolean("signed_in"), row.getString("name"),
                Languages.of(row.getString("language")), staff(row), instant(row, "opened_at"), instant(row, "waits_since"), instant(row, "taken_at"), instant(row, "ended_at"), EndedWhy.of(row.getString("ended_why")),
                row.getString("inquiry_number"), instant(row, "customer_seen_at"), instant(row, "customer_writing_until"), instant(row, "staff_writing_until"));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getInt("n"), row.getString("client_key"), Line.Who.valueOf(row.getString("who")), staff(row), row.getString("said"), instant(row, "said_at"));
    }

    private static CustomerId person(ResultSet row) throws SQLException {
        var id = row.getBytes("person_id");
        return id == null ? null : new CustomerId(uuid(id));
    }

    private static StaffId staff(ResultSet row) throws SQLException {
        var id = row.getBytes("staff_id");
        return id == null ? null : new StaffId(uuid(id));
    }
}
