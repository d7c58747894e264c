package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has an inquiry open at this moment, and who writes in it. Says so to the others at once. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class InquiryPresence {

    /** Who was heard of longer ago has gone without a word. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(20);

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final Clock clock;

    InquiryPresence(JdbcTemplate jdbc, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** A colleague who is here too. */
    public record Here(StaffId staff, String name, boolean writing) {
    }

    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public void here(InquiryId inquiry, StaffId me, boolean writing) {
        jdbc.update("insert into inquiry_presence (inquiry_id, staff_id, writing, seen_at) values (?, ?, ?, ?) on duplicate key update writing = values(writing), seen_at = values(seen_at)",
                bytes(inquiry.value()), bytes(me.value()), writing, utc(clock.instant()));
        Live.changed(topic(inquiry));
    }

    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public void gone(InquiryId inquiry, StaffId me) {
        jdbc.update("delete from inquiry_presence where inquiry_id = ? and staff_id = ?", bytes(inquiry.value()), bytes(me.value()));
        Live.changed(topic(inquiry));
    }

    /** Those who are here beside me; who writes first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Here> others(InquiryId inquiry, StaffId me) {
        var found = jdbc.query("select staff_id, writing from inquiry_presence where inquiry_id = ? and staff_id <> ? and seen_at > ? order by writing desc, seen_at limit 20",
                (row, n) -> new Here(new StaffId(uuid(row.getBytes("staff_id"))), "", row.getBoolean("writing")), bytes(inquiry.value()), bytes(me.value()),
                utc(clock.instant().minus(FORGOTTEN)));
        var names = staff.names(found.stream().map(Here::staff).toList());
        return found.stream().map(here -> new Here(here.staff(), names.getOrDefault(here.staff(), ""), here.writing())).toList();
    }

    public static String topic(InquiryId inquiry) {
        return "inquiry-presence:" + inquiry;
    }
}
