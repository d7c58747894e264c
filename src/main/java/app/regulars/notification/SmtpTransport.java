package app.regulars.notification;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import app.regulars.platform.shop.Shop;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/** Sends over SMTP. The message id follows from the outbox row, so that a mail server can tell a repeated message. */
class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;
    private final Shop shop;

    /** @param sender null where the shop has no server of its own */
    SmtpTransport(JavaMailSender sender, Shop shop) {
        this.sender = sender;
        this.shop = shop;
    }

    @Override
    public MessageState deliver(Outbox.Claimed message, Letterhead.Head head) throws Exception {
        var server = head == null || head.relay() == null ? sender : relay(head.relay());
        if (server == null) {
            return MessageState.KEPT;
        }
        var from = head == null ? shop.email() : head.from();
        var mime = new KnownMessage(head == null ? message.id() + "@" + from.substring(from.indexOf('@') + 1) : head.messageId());
        var helper = new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from, head == null ? shop.name() : head.fromName());
        helper.setTo(message.mail().to());
        helper.setSubject(message.mail().subject());
        helper.setText(marked(message.plain(), head), head == null || head.mark() == null ? message.mail().html() : marked(message.mail(), head));
        mime.setContentLanguage(new String[] {message.mail().locale().toLanguageTag()});
        if (head == null) {
            mime.setHeader("Auto-Submitted", "auto-generated");
        } else {
            write(head, mime);
        }
        if (message.stopAddress() != null) {
            // RFC 2369 and 8058: mail programs show a button that stops it with one click
            mime.setHeader("List-Unsubscribe", "<" + message.stopAddress() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        server.send(mime);
        return MessageState.SENT;
    }

    private static void write(Letterhead.Head head, MimeMessage mime) throws MessagingException {
        if (head.replyTo() != null) {
            mime.setReplyTo(new InternetAddress[] {new InternetAddress(head.replyTo())});
        }
        if (head.answers() != null) {
            mime.setHeader("In-Reply-To", "<" + head.answers() + ">");
        }
        if (!head.references().isEmpty()) {
            mime.setHeader("References", MimeUtility.fold(12, head.references().stream().map(id -> "<" + id + ">").collect(Collectors.joining(" "))));
        }
        mime.setHeader("X-Loop", head.from());
        if (head.automatic()) {
            // RFC 3834, and what Exchange reads instead: nobody who is away answers it
            mime.setHeader("Auto-Submitted", "auto-replied");
            mime.setHeader("X-Auto-Response-Suppress", "All");
        }
    }

    private static String marked(String plain, Letterhead.Head head) {
        return head == null || head.mark() == null ? plain : plain + "\n\n" + head.mark() + "\n";
    }

    private static String marked(OutgoingMail mail, Letterhead.Head head) {
        var part = "<p style=\"margin:24px 0 0;font-size:11px;color:#767676\">" + HtmlUtils.htmlEscape(head.mark()) + "</p>";
        var end = mail.html().lastIndexOf("</body>");
        return end < 0 ? mail.html() + part : mail.html().substring(0, end) + part + mail.html().substring(end);
    }

    private static JavaMailSender relay(Letterhead.Relay relay) {
        var own = new JavaMailSenderImpl();
        own.setHost(relay.host());
        own.setPort(relay.port());
        own.setUsername(relay.username());
        own.setPassword(relay.password());
        own.setProtocol("tls".equals(relay.security()) ? "smtps" : "smtp");
        for (var protocol : new String[] {"smtp", "smtps"}) {
            own.getJavaMailProperties().setProperty("mail." + protocol + ".connectiontimeout", "10000");
            own.getJavaMailProperties().setProperty("mail." + protocol + ".timeout", "20000");
            own.getJavaMailProperties().setProperty("mail." + protocol + ".writetimeout", "20000");
            own.getJavaMailProperties().setProperty("mail." + protocol + ".auth", String.valueOf(relay.username() != null));
            own.getJavaMailProperties().setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        own.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        own.getJavaMailProperties().setProperty("mail.smtp.starttls.required", String.valueOf("starttls".equals(relay.security())));
        return own;
    }

    private static final class KnownMessage extends MimeMessage {

        private final String id;

        KnownMessage(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
