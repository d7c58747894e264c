package app.regulars.notification;

import java.util.List;
import java.util.Map;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the outbox knows of a person: what was sent to whom. After erasure only that a message of that kind was sent, and when. */
@Component
class OutboxPersonalData implements PersonalDataSource {

    private final JdbcTemplate jdbc;

    OutboxPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String block() {
        return "notification.personal-data";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(CustomerId customer) {
        List<Map<String, String>> messages = jdbc.query("""
                select kind, recipient, subject, plain, posted_at from outbox_message where customer_id = ? order by posted_at limit 10000""",
                (row, n) -> Map.of("kind", row.getString("kind"), "to", row.getString("recipient"), "subject", row.getString("subject"),
                        "text", row.getString("plain"), "at", Columns.instant(row, "posted_at").toString()), Columns.bytes(customer.value()));
        return Map.of("messages", messages);
    }

    /** What waits is not sent any more. */
    @Override
    @Transactional
    public void erase(CustomerId customer) {
        jdbc.update("""
                update outbox_message set recipient = '', subject = '', html = '', plain = '', problem = null, next_attempt_at = null, claimed_by = null,
                    state = case when state in ('WAITING', 'SENDING') then 'REFUSED' else state end
                where customer_id = ?""", Columns.bytes(customer.value()));
    }
}
