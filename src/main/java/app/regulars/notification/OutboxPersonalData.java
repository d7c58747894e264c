package app.regulars.notification;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the outbox knows of a person: what was sent to whom. After erasure only that a message of that kind was sent, and when. */
@Component
class OutboxPersonalData implements PersonalDataSource {

    /** Letters to an address before it was known whose it is hang on the address only. */
    private static final String HERS = "(customer_id = :customer or recipient = (select c.email from customer c where c.id = :customer))";

    private final JdbcTemplate jdbc;

    OutboxPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String block() {
        return "notification.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("outbox_message", HERS).blanked("''", "recipient", "subject", "html", "plain")
                .blanked("null", "problem", "stop_address", "next_attempt_at", "claimed_by").without("stop_address", "claimed_by", "next_attempt_at"));
    }

    /** What waits is not sent any more. */
    @Override
    public void forget(CustomerId customer) {
        var id = Columns.bytes(customer.value());
        jdbc.update("update outbox_message set state = 'REFUSED' where state in ('WAITING', 'SENDING') and (customer_id = ? "
                + "or recipient = (select c.email from customer c where c.id = ?))", id, id);
    }

    /** What still waited in the other shop is not sent by this one. */
    @Override
    public void restored(CustomerId customer) {
        jdbc.update("update outbox_message set state = 'REFUSED' where state in ('WAITING', 'SENDING') and next_attempt_at is null and customer_id = ?",
                Columns.bytes(customer.value()));
    }
}
