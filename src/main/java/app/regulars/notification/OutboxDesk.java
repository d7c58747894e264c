package app.regulars.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the outbox. */
@Service
@RolesAllowed(Permissions.OUTBOX_SEE)
public class OutboxDesk {

    private static final String COLUMNS = "id, kind, recipient, subject, state, attempts, posted_at, next_attempt_at, problem";

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final Delivery delivery;
    private final AuditTrail audit;
    private final boolean demo;

    OutboxDesk(JdbcTemplate jdbc, Outbox outbox, Delivery delivery, AuditTrail audit, @Value("${regulars.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.delivery = delivery;
        this.audit = audit;
        this.demo = demo;
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param text  part of the recipient, subject or kind; blank for all
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    public List<MessageRow> list(MessageState state, String text, int offset, int limit) {
        var sql = new StringBuilder("select ").append(COLUMNS).append(" from outbox_message where 1 = 1");
        var values = new ArrayList<Object>();
        if (state != null) {
            sql.append(" and state = ?");
            values.add(state.name());
        }
        if (text != null && !text.isBlank()) {
            sql.append(" and (lower(recipient) like ? or lower(subject) like ? or kind like ?)");
            var like = "%" + text.strip().toLowerCase(Locale.ROOT).replace("\\", "").replace("%", "\\%").replace("_", "\\_") + "%";
            values.addAll(List.of(like, like, like));
        }
        sql.append(" order by posted_at desc, id desc limit ? offset ?");
        values.add(Math.min(200, limit));
        values.add(offset);
        return jdbc.query(sql.toString(), OutboxDesk::row, values.toArray());
    }

    /** The messages to one customer, newest first. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<MessageRow> ofCustomer(CustomerId customer, int limit) {
        return jdbc.query("select " + COLUMNS + " from outbox_message where customer_id = ? order by posted_at desc, id desc limit ?",
                OutboxDesk::row, Columns.bytes(customer.value()), Math.min(200, limit));
    }

    @Transactional(readOnly = true)
    public Map<MessageState, Long> counts() {
        var counts = new EnumMap<MessageState, Long>(MessageState.class);
        jdbc.query("select state, count(*) from outbox_message group by state", row -> {
            counts.put(MessageState.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** How many messages were given up. */
    @Transactional(readOnly = true)
    public long failed() {
        return jdbc.queryForObject("select count(*) from outbox_message where state = 'FAILED'", Long.class);
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @Transactional
    public MessageFile open(UUID id, StaffId by) {
        var file = find(id);
        audit.viewed(by, "message", id, file.row().kind(), file.customer());
        return file;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public MessageFile find(UUID id) {
        return jdbc.query("select * from outbox_message where id = ?", (row, n) -> file(row), Columns.bytes(id)).stream().findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Sends a message that was given up or kept once more. @throws NotFound if it is in no such state */
    @RolesAllowed(Permissions.OUTBOX_SEND)
    @Transactional
    public void retry(UUID id, StaffId by) {
        var before = jdbc.query("select state from outbox_message where id = ?", (row, n) -> row.getString(1), Columns.bytes(id)).stream().findFirst().orElse(null);
        if (!outbox.again(id)) {
            throw new NotFound();
        }
        audit.changed(by, "message.retried", "message", id, Change.of(null).of("state", before, MessageState.WAITING));
        delivery.wakeAfterCommit();
    }

    private MessageFile file(ResultSet row) throws SQLException {
        var mail = Outbox.mail(row);
        // outside the demonstration nobody borrows a customer's account, or agrees in her name, by reading a link here
        var secret = !demo && (mail.kind().startsWith("account.") || "privacy.newsletter".equals(mail.kind()));
        return new MessageFile(row(row, 0), mail.key(), mail.purpose(), mail.customer(), mail.locale(), secret ? null : mail.html(),
                secret ? null : row.getString("plain"), Columns.instant(row, "done_at"), ground(row), row.getString("stop_address"), secret);
    }

    private static ContactPermission.Answer ground(ResultSet row) throws SQLException {
        var basis = row.getString("basis");
        var refusal = row.getString("refusal");
        return basis == null && refusal == null ? null
                : new ContactPermission.Answer(basis, Columns.uuid(row.getBytes("basis_entry")), Columns.instant(row, "basis_until"), refusal);
    }

    private static MessageRow row(ResultSet row, int n) throws SQLException {
        return new MessageRow(Columns.uuid(row.getBytes("id")), row.getString("kind"), row.getString("recipient"), row.getString("subject"),
                MessageState.valueOf(row.getString("state")), row.getInt("attempts"), Columns.instant(row, "posted_at"),
                Columns.instant(row, "next_attempt_at"), row.getString("problem"));
    }
}
