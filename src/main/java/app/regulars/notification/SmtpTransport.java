package app.regulars.notification;

import java.nio.charset.StandardCharsets;

import app.regulars.platform.shop.Shop;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends over SMTP. The message id follows from the outbox row, so that a mail server can tell a repeated message. */
class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;
    private final Shop shop;

    SmtpTransport(JavaMailSender sender, Shop shop) {
        this.sender = sender;
        this.shop = shop;
    }

    @Override
    public MessageState deliver(Outbox.Claimed message) throws Exception {
        var from = shop.email();
        var mime = new KnownMessage(message.id() + "@" + from.substring(from.indexOf('@') + 1));
        var helper = new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from, shop.name());
        helper.setTo(message.mail().to());
        helper.setSubject(message.mail().subject());
        helper.setText(message.plain(), message.mail().html());
        mime.setContentLanguage(new String[] {message.mail().locale().toLanguageTag()});
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (message.stopAddress() != null) {
            // RFC 2369 and 8058: mail programs show a button that stops it with one click
            mime.setHeader("List-Unsubscribe", "<" + message.stopAddress() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        sender.send(mime);
        return MessageState.SENT;
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
