package app.regulars.mailroom;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.stereotype.Component;

/** Opens mailboxes. Nobody is ever asked for a certificate that does not fit, and nothing that is there is changed, not even to "seen". */
@Component
class MailServer {

    private static final String CONNECT = "15000";
    /** So long nothing may come before the connection is taken for dead; also how long one wait for news takes. */
    private static final String QUIET = "240000";

    /** A folder that is open for reading. */
    record Open(Store store, IMAPFolder folder) implements AutoCloseable {

        /** Whether the server says by itself when something is new. */
        boolean canTell() throws MessagingException {
            return store instanceof IMAPStore imap && imap.hasCapability("IDLE");
        }

        @Override
        public void close() {
            try {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            } catch (MessagingException | RuntimeException gone) {
                // it is closed then
            }
            try {
                store.close();
            } catch (MessagingException | RuntimeException gone) {
                // it is closed then
            }
        }
    }

    Open open(Mailbox box, String secret) throws MessagingException {
        return open(box.imapHost(), box.imapPort(), box.imapSecurity(), box.username(), secret, box.folder());
    }

    Open open(String host, int port, String security, String username, String secret, String folder) throws MessagingException {
        var protocol = "tls".equals(security) ? "imaps" : "imap";
        var settings = new Properties();
        for (var each : new String[] {"imap", "imaps"}) {
            settings.setProperty("mail." + each + ".connectiontimeout", CONNECT);
            settings.setProperty("mail." + each + ".timeout", QUIET);
            settings.setProperty("mail." + each + ".writetimeout", CONNECT);
            settings.setProperty("mail." + each + ".peek", "true");
            settings.setProperty("mail." + each + ".fetchsize", String.valueOf(1 << 20));
            settings.setProperty("mail." + each + ".connectionpoolsize", "1");
            settings.setProperty("mail." + each + ".ssl.checkserveridentity", "true");
        }
        settings.setProperty("mail.imap.starttls.enable", "true");
        settings.setProperty("mail.imap.starttls.required", String.valueOf("starttls".equals(security)));
        var store = Session.getInstance(settings).getStore(protocol);
        try {
            store.connect(host, port, username, secret);
            var opened = store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            return new Open(store, (IMAPFolder) opened);
        } catch (MessagingException | RuntimeException failed) {
            try {
                store.close();
            } catch (MessagingException gone) {
                // it was never open
            }
            throw failed;
        }
    }

    /** What went wrong, as a code with a text of its own: nothing that a server says is shown as it stands. */
    static String problem(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            switch (cause) {
                case jakarta.mail.AuthenticationFailedException refused -> {
                    return "sign-in";
                }
                case jakarta.mail.FolderNotFoundException none -> {
                    return "folder";
                }
                case java.net.UnknownHostException unknown -> {
                    return "host";
                }
                case javax.net.ssl.SSLException insecure -> {
                    return "security";
                }
                case java.net.SocketTimeoutException slow -> {
                    return "timeout";
                }
                case java.net.ConnectException refused -> {
                    return "connection";
                }
                default -> {
                }
            }
        }
        return "connection";
    }
}
