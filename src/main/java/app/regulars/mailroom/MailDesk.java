package app.regulars.mailroom;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.inquiry.InquiryNumber;
import app.regulars.notification.Notifications;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what came by mail: above all to what could not be read or placed by itself. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class MailDesk {

    private static final String ROW = "select m.id, coalesce(b.name, '') as mailbox_name, m.sender, m.sender_name, m.subject, m.state, m.outcome, m.problem, m.arrived_at, m.raw_size";

    private final JdbcTemplate jdbc;
    private final IncomingMails mails;
    private final Mailboxes mailboxes;
    private final MailSorting sorting;
    private final MailPlacing placing;
    private final MailFiles files;
    private final StaffNames staff;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Clock clock;

    MailDesk(JdbcTemplate jdbc, IncomingMails mails, Mailboxes mailboxes, MailSorting sorting, MailPlacing placing, MailFiles files, StaffNames staff, AuditTrail audit,
            Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.sorting = sorting;
        this.placing = placing;
        this.files = files;
        this.staff = staff;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Newest first; what waits, oldest first.
     *
     * @param view  "waiting", "aside" (of machines, to many, doubles), "discarded" or "all"
     * @param text  part of the sender or subject; blank for all
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    public List<IncomingRow> list(String view, String text, int offset, int limit) {
        var sql = new StringBuilder(ROW).append(" from mail_incoming m left join mailbox b on b.id = m.mailbox_id where ").append(condition(view));
        var values = new ArrayList<Object>();
        if (text != null && !text.isBlank()) {
            sql.append(" and (lower(m.sender) like ? or lower(m.sender_name) like ? or lower(m.subject) like ? or lower(m.inquiry_number) like ?)");
            var like = "%" + text.strip().toLowerCase(Locale.ROOT).replace("\\", "").replace("%", "\\%").replace("_", "\\_") + "%";
            values.addAll(List.of(like, like, like, like));
        }
        sql.append("waiting".equals(view) ? " order by m.arrived_at, m.id" : " order by m.arrived_at desc, m.id desc").append(" limit ? offset ?");
        values.add(Math.min(200, limit));
        values.add(offset);
        return jdbc.query(sql.toString(), MailDesk::row, values.toArray());
    }

    private static String condition(String view) {
        return switch (view) {
            case "waiting" -> "m.state = 'WAITING'";
            case "aside" -> "m.state = 'DONE' and m.outcome in ('SET_ASIDE', 'AUTO_REPLY', 'BOUNCE', 'LOOP', 'DUPLICATE')";
            case "discarded" -> "m.state = 'DISCARDED'";
            default -> "1 = 1";
        };
    }

    /** How many there are in each view. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts() {
        var counts = new java.util.LinkedHashMap<String, Long>();
        for (var view : List.of("waiting", "all", "aside", "discarded")) {
            counts.put(view, jdbc.queryForObject("select count(*) from mail_incoming m where " + condition(view), Long.class));
        }
        return counts;
    }

    /**
     * What stands still because a server does not answer.
     *
     * @param boxes  those that cannot be looked at; what comes meanwhile waits there
     * @param unsent messages that could not leave yet and are tried again by themselves
     */
    public record Standstill(List<Mailbox> boxes, long unsent) {
    }

    @Transactional(readOnly = true)
    public Standstill standstill() {
        return new Standstill(mailboxes.all().stream().filter(box -> box.active() && box.failingSince() != null).toList(), notifications.heldUp());
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @Transactional
    public IncomingFile open(UUID id, StaffId by) {
        var file = find(id);
        audit.viewed(by, "mail", id, file.inquiry(), customer(id));
        return file;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public IncomingFile find(UUID id) {
        return jdbc.query(ROW + ", m.own_text, m.quoted_text, m.html, m.quoted_html, m.sent_at, m.protection, m.verdict, m.inquiry_number, m.linked_number, m.reason, m.handled_by, m.handled_at "
                + "from mail_incoming m left join mailbox b on b.id = m.mailbox_id where m.id = ?", (row, n) -> file(id, row), bytes(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Tries once more to read and place it, as if it had just come. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void retry(UUID id, StaffId by) {
        var again = jdbc.update("update mail_incoming set state = 'STORED', problem = null, attempts = 0, next_attempt_at = ? where id = ? and state = 'WAITING' and raw_size > 0",
                utc(clock.instant()), bytes(id));
        if (again == 0) {
            throw new Refused("mailroom.refused.not-waiting");
        }
        audit.changed(by, "mail.retried", "mail", id, Change.of(null));
        sorting.run();
    }

    /**
     * Makes an inquiry of it, whatever it is.
     *
     * @param sender whose it is where the message does not say; blank for the message's own
     * @return the inquiry's number
     */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public InquiryNumber open(UUID id, String sender, StaffId by) {
        var held = jdbc.query("select mailbox_id, sender, state, outcome from mail_incoming where id = ? and (state in ('WAITING', 'DISCARDED') or state = 'DONE' "
                + "and outcome in ('SET_ASIDE', 'AUTO_REPLY')) for update", (row, n) -> new Held(uuid(row.getBytes(1)), row.getString(2)), bytes(id)).stream().findFirst()
                .orElseThrow(() -> new Refused("mailroom.refused.not-waiting"));
        var box = mailboxes.find(held.mailbox()).orElseThrow(NotFound::new);
        var address = EmailAddress.parse(sender == null || sender.isBlank() ? held.sender() : sender).orElseThrow(() -> new Refused("mailroom.refused.sender", "sender", Map.of())).value();
        jdbc.update("update mail_incoming set state = 'WAITING' where id = ?", bytes(id));
        var number = placing.open(id, box, reading(id, box, address), address);
        handled(id, by, null);
        audit.changed(by, "mail.opened", "mail", id, Change.of(number.value()));
        Live.changed("mail");
        return number;
    }

    private record Held(UUID mailbox, String sender) {
    }

    /** What could be read of it; of what could not, that it came. */
    private ReadMail reading(UUID id, Mailbox box, String sender) {
        try {
            return sorting.read(id, box);
        } catch (IOException | Unreadable unreadable) {
            return new ReadMail("", List.of(), sender, "", "", null, java.util.Set.of(), find(id).row().subject(), null, "", "", "", "", List.of(), MailKind.PERSON, MailProtection.NONE, List.of(),
                    java.util.Set.of(), null);
        }
    }

    /** Says that it belongs nowhere; it stays as it came. @param reason why, for colleagues */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public void discard(UUID id, String reason, StaffId by) {
        var why = reason == null ? "" : reason.replaceAll("\\s+", " ").strip();
        if (why.isEmpty() || why.length() > 300) {
            throw new Refused(why.isEmpty() ? "mailroom.refused.reason" : "mailroom.refused.too-long", "reason", why.isEmpty() ? Map.of() : Map.of("most", 300));
        }
        if (jdbc.update("update mail_incoming set state = 'DISCARDED', next_attempt_at = null where id = ? and state = 'WAITING'", bytes(id)) == 0) {
            throw new Refused("mailroom.refused.not-waiting");
        }
        handled(id, by, why);
        audit.changed(by, "mail.discarded", "mail", id, Change.of(null).because(why));
        Live.changed("mail");
    }

    private void handled(UUID id, StaffId by, String why) {
        jdbc.update("update mail_incoming set handled_by = ?, handled_at = ?, reason = ? where id = ?", bytes(by.value()), utc(clock.instant()), why, bytes(id));
    }

    /** Writes a message as it came; the look is written down. @throws NotFound if there is none */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void raw(UUID id, OutputStream out, StaffId by) {
        var file = find(id);
        audit.viewed(by, "mail", id, file.inquiry(), customer(id));
        mails.write(id, out);
    }

    /** A file of a message. @throws NotFound for what is not there or held */
    public MailFiles.Handed file(UUID id, int position) {
        try {
            return files.hand(id, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CustomerId customer(UUID id) {
        return jdbc.query("select customer_id from mail_incoming where id = ?", (row, n) -> uuid(row.getBytes(1)), bytes(id)).stream().filter(java.util.Objects::nonNull).findFirst()
                .map(CustomerId::new).orElse(null);
    }

    private IncomingFile file(UUID id, ResultSet row) throws SQLException {
        var by = uuid(row.getBytes("handled_by"));
        var names = by == null ? Map.<StaffId, String>of() : staff.names(List.of(new StaffId(by)));
        return new IncomingFile(row(row, 0), row.getString("own_text"), row.getString("quoted_text"), files.withPictures(id, row.getString("html")),
                files.withPictures(id, row.getString("quoted_html")), instant(row, "sent_at"), MailProtection.valueOf(row.getString("protection") == null ? "NONE" : row.getString("protection")),
                row.getString("verdict") == null ? null : ServerVerdict.valueOf(row.getString("verdict")), row.getString("inquiry_number"), row.getString("linked_number"), files.of(id),
                row.getString("reason"), by == null ? null : names.getOrDefault(new StaffId(by), ""), instant(row, "handled_at"), row.getLong("raw_size") > 0);
    }

    private static IncomingRow row(ResultSet row, int n) throws SQLException {
        return new IncomingRow(uuid(row.getBytes("id")), row.getString("mailbox_name"), row.getString("sender"), row.getString("sender_name"), row.getString("subject"),
                MailState.valueOf(row.getString("state")), row.getString("outcome") == null ? null : MailOutcome.valueOf(row.getString("outcome")), row.getString("problem"),
                instant(row, "arrived_at"), row.getLong("raw_size"));
    }
}
