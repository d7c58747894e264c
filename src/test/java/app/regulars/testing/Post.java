package app.regulars.testing;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mail server of its own, with the help desk's mailbox. */
public final class Post {

    public static final String HELP = "help@shop.example";
    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private GreenMailUser help;

    public void start() {
        server.start();
        help = server.setUser(HELP, "help", "secret");
    }

    public void stop() {
        server.stop();
    }

    public int smtp() {
        return server.getSmtp().getPort();
    }

    public int imap() {
        return server.getImap().getPort();
    }

    /** Comes into the help desk's mailbox, exactly as it is. */
    public void comes(byte[] message) {
        try {
            help.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server of the tests writes anew what it was given, so that what is broken beyond a message differs by line ends and heads: what it will hand out. */
    public static byte[] asKept(byte[] message) throws MessagingException, IOException {
        var kept = new ByteArrayOutputStream();
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)).writeTo(kept);
        return kept.toByteArray();
    }

    /** @param head more lines, each with its end */
    public void comes(String from, String subject, String head, String text) {
        comes(("From: " + from + "\r\nTo: " + HELP + "\r\nSubject: " + subject + "\r\n" + head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A second address whose mail the server keeps, with a box of its own. */
    public void takesFor(String address, String user) {
        server.setUser(address, user, "secret");
    }

    /** The answer of somebody's mail program to one of our messages, sent to where that says. */
    public void answers(MimeMessage ours, String from, String messageId, String text) throws MessagingException {
        var references = ours.getHeader("References", " ");
        var head = "Message-ID: <" + messageId + ">\r\nIn-Reply-To: " + ours.getMessageID() + "\r\nReferences: " + (references == null ? "" : references.replaceAll("\\s+", " ") + " ") + ours.getMessageID()
                + "\r\n";
        comes(("From: " + from + "\r\nTo: " + ours.getReplyTo()[0] + "\r\nSubject: Re: " + ours.getSubject() + "\r\n" + head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** What came to somebody else, oldest first. */
    public List<MimeMessage> at(String address) {
        return Arrays.asList(server.getReceivedMessagesForDomain(address));
    }
}
