package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to everything that was ever said with a customer, in whichever inquiry: letters, calls, answers, and what staff noted. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class CustomerTalk {

    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;

    CustomerTalk(JdbcTemplate jdbc, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** @param kind "asked", "answered" or "noted" @param by a member of staff by name, or "" @param channel by which it came or went; null for a note */
    public record Said(String number, String subject, String kind, String by, InquiryChannel channel, String text, Instant at) {

        @Override
        public String toString() {
            return kind + " in " + number;
        }
    }

    /** The latest first. @param words that stand in it, in this order; blank for all */
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    @Transactional(readOnly = true)
    public List<Said> of(CustomerId customer, String words, int limit) {
        record Row(String number, String subject, StaffId staff, String channel, String text, Instant at) {
        }
        var values = new ArrayList<Object>();
        var asked = words == null ? "" : words.strip();
        var like = asked.isEmpty() ? "" : " and lower(w.body) like ? escape '!'";
        for (int part = 0; part < 2; part++) {
            values.add(bytes(customer.value()));
            if (!asked.isEmpty()) {
                values.add("%" + asked.substring(0, Math.min(LONGEST, asked.length())).toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_").replaceAll("\\s+", "%") + "%");
            }
        }
        values.add(limit);
        var found = jdbc.query("select i.number, i.subject, w.staff_id, w.channel, w.body, w.written_at from inquiry_message w join inquiry i on i.id = w.inquiry_id where i.customer_id = ?" + like
                + " union all select i.number, i.subject, w.staff_id, null, w.body, w.written_at from inquiry_note w join inquiry i on i.id = w.inquiry_id where i.customer_id = ?" + like
                + " order by written_at desc limit ?", (row, n) -> new Row(row.getString(1), row.getString(2), row.getBytes(3) == null ? null : new StaffId(uuid(row.getBytes(3))),
                        row.getString(4), row.getString(5), instant(row, "written_at")), values.toArray());
        var names = staff.names(found.stream().map(Row::staff).filter(Objects::nonNull).toList());
        return found.stream().map(row -> new Said(row.number(), row.subject(), row.channel() == null ? "noted" : row.staff() == null ? "asked" : "answered",
                row.staff() == null ? "" : names.getOrDefault(row.staff(), ""), row.channel() == null ? null : InquiryChannel.valueOf(row.channel()), row.text(), row.at())).toList();
    }
}
