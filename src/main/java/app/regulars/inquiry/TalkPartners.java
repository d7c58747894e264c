package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** With whom of the staff a customer talks most, counted from the answers that were written. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class TalkPartners {

    private final JdbcTemplate jdbc;

    TalkPartners(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public record Partner(StaffId staff, long answers) {
    }

    /** One statement. */
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Optional<Partner> of(CustomerId customer) {
        return jdbc.query("select m.staff_id, count(*) as answers from inquiry_message m join inquiry i on i.id = m.inquiry_id "
                + "where i.customer_id = ? and m.staff_id is not null group by m.staff_id order by count(*) desc, max(m.written_at) desc limit 1",
                (row, n) -> new Partner(new StaffId(uuid(row.getBytes("staff_id"))), row.getLong("answers")), bytes(customer.value())).stream().findFirst();
    }
}
