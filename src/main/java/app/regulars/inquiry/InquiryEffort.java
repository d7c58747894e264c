package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that count how much a customer asks of us. */
@Service
@Transactional(readOnly = true)
public class InquiryEffort {

    private final JdbcTemplate jdbc;

    InquiryEffort(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param minutes as staff wrote them down @param answers of staff in inquiries for which nobody wrote minutes down */
    public record Effort(CustomerId customer, long inquiries, long complaints, long minutes, long answers) {
    }

    /** Of what was opened since a moment; what became part of another counts once. @param customer null for all; whoever has none is not in the answer */
    public List<Effort> since(Instant moment, CustomerId customer) {
        var values = customer == null ? new Object[]{utc(moment)} : new Object[]{utc(moment), bytes(customer.value())};
        return jdbc.query("""
                select i.customer_id, sum(case when i.merged_into is null then 1 else 0 end), sum(case when i.type = 'COMPLAINT' and i.merged_into is null then 1 else 0 end),
                    sum(i.minutes_spent), sum(case when i.minutes_spent > 0 then 0 else (select count(*) from inquiry_message m where m.inquiry_id = i.id and m.staff_id is not null) end)
                from inquiry i where i.opened_at >= ?""" + (customer == null ? "" : " and i.customer_id = ?") + " group by i.customer_id",
                (row, n) -> new Effort(new CustomerId(uuid(row.getBytes(1))), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)), values);
    }
}
