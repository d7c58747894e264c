package app.regulars.mailroom;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the mailboxes of the help desk. A password goes in and never comes out. */
@Service
@RolesAllowed(Permissions.SHOP_SETUP)
public class MailboxDesk {

    private final Mailboxes mailboxes;
    private final MailServer server;
    private final AuditTrail audit;
    private final boolean demo;

    MailboxDesk(Mailboxes mailboxes, MailServer server, AuditTrail audit, @Value("${regulars.demo:false}") boolean demo) {
        this.mailboxes = mailboxes;
        this.server = server;
        this.audit = audit;
        this.demo = demo;
    }

    /** Whether nothing is connected to: this is the demonstration. */
    public boolean isStill() {
        return demo;
    }

    @Transactional(readOnly = true)
    public List<Mailbox> list() {
        return mailboxes.all();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Mailbox find(UUID id) {
        return mailboxes.find(id).orElseThrow(NotFound::new);
    }

    /** @throws Refused beside the first field that is wrong */
    @Transactional
    public UUID add(MailboxForm typed, StaffId by) {
        var form = typed.checked();
        if (form.secret().isBlank()) {
            throw new Refused("mailroom.refused.missing", "secret", java.util.Map.of());
        }
        var id = mailboxes.add(form);
        audit.changed(by, "mailbox.added", "mailbox", id, Change.of(form.address()).to(fields(form)));
        Live.changed("mailboxes");
        return id;
    }

    /** @throws Refused beside the first field that is wrong */
    @Transactional
    public void change(UUID id, int version, MailboxForm typed, StaffId by) {
        var before = find(id);
        var form = typed.checked();
        if (form.secret().isBlank() && !(form.imapHost().equals(before.imapHost()) && java.util.Objects.equals(form.smtpHost(), before.smtpHost()))) {
            // a known password is not sent to another server than the one it was given for
            throw new Refused("mailroom.refused.secret-again", "secret", java.util.Map.of());
        }
        mailboxes.change(id, version, form);
        audit.changed(by, "mailbox.changed", "mailbox", id, Change.of(form.address()).from(Change.fields("address", before.address(), "server", before.imapHost(), "on", before.active()))
                .to(fields(form)));
        Live.changed("mailboxes");
    }

    private static java.util.Map<String, Object> fields(MailboxForm form) {
        return Change.fields("address", form.address(), "server", form.imapHost(), "on", form.active());
    }

    /** Opens the mailbox and looks at nothing. @return null when it went well, else a code with a text of its own */
    public String test(UUID id, StaffId by) {
        var box = find(id);
        if (demo) {
            throw new Refused("mailroom.refused.demo");
        }
        String problem = null;
        try (var open = server.open(box, mailboxes.secret(id))) {
            open.folder().getMessageCount();
        } catch (MessagingException | RuntimeException failed) {
            problem = MailServer.problem(failed);
        }
        mailboxes.checked(id, problem);
        audit.changed(by, "mailbox.tested", "mailbox", id, Change.of(box.address()));
        Live.changed("mailboxes");
        return problem;
    }
}
