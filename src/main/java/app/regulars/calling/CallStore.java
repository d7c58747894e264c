package app.regulars.calling;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps calls. Whatever changes one locks it before. */
@Component
class CallStore {

    private static final String MISSED = "answered_at is null and (ended_at is not null or started_at < ?)";
    private static final Duration RUNS = Duration.ofHours(6);
    private static final Duration AFTERWARDS = Duration.ofMinutes(10);
    private static final int LONGEST_ASKED = 100;

    private final JdbcTemplate jdbc;

    CallStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Kept if it is not there yet; whoever tells of the same call at the same moment finds this one. */
    void add(UUID key, String externalId, Call call) {
        jdbc.update("insert into phone_call (id, number, key_id, external_id, caller_number, called, customer_id, staff_id, started_at, recording_dropped) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                + "on duplicate key update external_id = values(external_id)", bytes(call.id()), call.number(), bytes(key), externalId, call.caller(), call.called(),
                call.customer() == null ? null : bytes(call.customer().value()), call.staff() == null ? null : bytes(call.staff().value()), utc(call.startedAt()), false);
    }

    Optional<Call> told(UUID key, String externalId, boolean locked) {
        return jdbc.query("select * from phone_call where key_id = ? and external_id = ?" + (locked ? " for update" : ""), CallStore::call, bytes(key), externalId).stream().findFirst();
    }

    Optional<Call> byNumber(String number, boolean locked) {
        return jdbc.query("select * from phone_call where number = ?" + (locked ? " for update" : ""), CallStore::call, number).stream().findFirst();
    }

    void moments(UUID call, Instant started, Instant answered, Instant ended, Integer seconds) {
        jdbc.update("update phone_call set started_at = ?, answered_at = ?, ended_at = ?, seconds = ? where id = ?", utc(started), answered == null ? null : utc(answered),
                ended == null ? null : utc(ended), seconds, bytes(call));
    }

    /** @param staff null leaves it with nobody in particular */
    void rings(UUID call, String called, StaffId staff) {
        jdbc.update("update phone_call set called = ?, staff_id = ? where id = ?", called, staff == null ? null : bytes(staff.value()), bytes(call));
    }

    void belongsTo(UUID call, CustomerId customer, String caller) {
        jdbc.update("update phone_call set customer_id = ?, caller_number = ? where id = ?", customer == null ? null : bytes(customer.value()), caller, bytes(call));
    }

    /** @param url null forgets it @param dropped whether one was offered that may not be kept */
    void recording(UUID call, String url, boolean dropped) {
        jdbc.update("update phone_call set recording_url = ?, recording_dropped = ? where id = ?", url, dropped, bytes(call));
    }

    /** Forgets the link, for good. */
    void refuseRecording(UUID call, boolean dropped) {
        jdbc.update("update phone_call set recording_url = null, recording_dropped = ?, recording_refused = true where id = ?", dropped, bytes(call));
    }

    boolean isRecordingRefused(UUID call) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select recording_refused from phone_call where id = ?", Boolean.class, bytes(call)));
    }

    Optional<String> recordingOf(UUID call) {
        return jdbc.queryForList("select recording_url from phone_call where id = ? and recording_url is not null", String.class, bytes(call)).stream().findFirst();
    }

    void noted(UUID call, String note, StaffId by, Instant at) {
        jdbc.update("update phone_call set note = ?, noted_by = ?, noted_at = ? where id = ?", note, bytes(by.value()), utc(at), bytes(call));
    }

    void linked(UUID call, String inquiry) {
        jdbc.update("update phone_call set inquiry_number = ? where id = ?", inquiry, bytes(call));
    }

    List<Call> list(CallFilter filter, Instant now, int most) {
        var values = new ArrayList<Object>();
        var where = where(filter, now, values);
        values.add(most);
        return jdbc.query("select * from phone_call" + where + " order by started_at desc, number desc limit ?", CallStore::call, values.toArray());
    }

    long count(CallFilter filter, Instant now) {
        var values = new ArrayList<Object>();
        var where = where(filter, now, values);
        return jdbc.queryForObject("select count(*) from phone_call" + where, Long.class, values.toArray());
    }

    private static String where(CallFilter filter, Instant now, List<Object> values) {
        var parts = new ArrayList<String>();
        if (filter.missed()) {
            parts.add(MISSED + " and noted_at is null");
            values.add(utc(now.minus(Call.RINGS)));
        }
        if (filter.staff() != null) {
            parts.add("staff_id = ?");
            values.add(bytes(filter.staff().value()));
        }
        if (filter.since() != null) {
            parts.add("started_at >= ?");
            values.add(utc(filter.since()));
        }
        if (filter.customer() != null) {
            parts.add("customer_id = ?");
            values.add(bytes(filter.customer().value()));
        }
        if (!filter.words().isBlank()) {
            var asked = filter.words().strip();
            var like = "%" + asked.substring(0, Math.min(LONGEST_ASKED, asked.length())).toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_").replaceAll("\\s+", "%") + "%";
            var digits = asked.replaceAll("[^0-9]", "");
            parts.add("(lower(note) like ? escape '!' or lower(number) like ? escape '!'" + (digits.length() < 3 ? ")" : " or caller_number like ?)"));
            values.add(like);
            values.add(like);
            if (digits.length() >= 3) {
                values.add("%" + digits + "%");
            }
        }
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    /** What stands on somebody's desk now: what rings at her or at nobody in particular, what she talks in, and what of hers was over a moment ago. The latest first. */
    List<Call> at(StaffId me, Instant now, int most) {
        return jdbc.query("select * from phone_call where staff_id = ? and (ended_at is null and answered_at is not null and started_at > ? or ended_at > ? and noted_at is null or ended_at is null and answered_at is null "
                + "and started_at > ?) or staff_id is null and ended_at is null and answered_at is null and started_at > ? order by started_at desc limit ?", CallStore::call,
                bytes(me.value()), utc(now.minus(RUNS)), utc(now.minus(AFTERWARDS)), utc(now.minus(AFTERWARDS)), utc(now.minus(Call.RINGS)), most);
    }

    /** Whether whoever called was forgotten since: of the telephone system's id then only its hash stands there. */
    Optional<Call> forgotten(UUID key, String externalId) {
        return told(key, gone(key, externalId), false);
    }

    /** So that the same call told again is known, and nothing of it comes back. */
    void forgetId(String number) {
        jdbc.query("select key_id, external_id from phone_call where number = ? and external_id not like 'erased-%'", (row, n) -> gone(uuid(row.getBytes(1)), row.getString(2)), number)
                .forEach(gone -> jdbc.update("update phone_call set external_id = ? where number = ?", gone, number));
    }

    private static String gone(UUID key, String externalId) {
        return "erased-" + Secrets.hash(key + ":" + externalId);
    }

    /** Who called from this number and nobody knew it: after a person is forgotten nothing of them may be left. */
    void forgetNumber(String caller) {
        jdbc.update("update phone_call set caller_number = null, called = null, note = null, recording_url = null where caller_number = ? and customer_id is null", caller);
    }

    List<String> numbersWith(CustomerId customer) {
        return jdbc.queryForList("select number from phone_call where customer_id = ?", String.class, bytes(customer.value()));
    }

    List<String> numbersFrom(String caller) {
        return jdbc.queryForList("select number from phone_call where caller_number = ? and customer_id is null", String.class, caller);
    }

    private static Call call(ResultSet row, int n) throws SQLException {
        var customer = row.getBytes("customer_id");
        var seconds = row.getObject("seconds", Integer.class);
        return new Call(uuid(row.getBytes("id")), row.getString("number"), row.getString("caller_number"), row.getString("called"), customer == null ? null : new CustomerId(uuid(customer)),
                staff(row, "staff_id"), row.getString("inquiry_number"), instant(row, "started_at"), instant(row, "answered_at"), instant(row, "ended_at"), seconds,
                row.getString("recording_url") != null, row.getBoolean("recording_dropped"), row.getString("note"), staff(row, "noted_by"), instant(row, "noted_at"));
    }

    private static StaffId staff(ResultSet row, String column) throws SQLException {
        var id = row.getBytes(column);
        return id == null ? null : new StaffId(uuid(id));
    }
}
