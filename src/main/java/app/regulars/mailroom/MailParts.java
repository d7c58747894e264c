package app.regulars.mailroom;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A message on the disk, part by part: nothing but heads and the part that is asked for is ever in memory. The library is told to take
 * messages as they come rather than as they should be.
 */
final class MailParts implements AutoCloseable {

    static {
        for (var lenient : new String[] {"mail.mime.address.strict=false", "mail.mime.parameters.strict=false", "mail.mime.decodetext.strict=false", "mail.mime.ignoreunknownencoding=true",
            "mail.mime.base64.ignoreerrors=true", "mail.mime.uudecode.ignoreerrors=true", "mail.mime.multipart.allowempty=true", "mail.mime.multipart.ignoremissingendboundary=true",
            "mail.mime.multipart.ignoremissingboundaryparameter=true", "mail.mime.ignoremultipartencoding=true"}) {
            var pair = lenient.split("=");
            System.setProperty(pair[0], System.getProperty(pair[0], pair[1]));
        }
    }

    static final int DEEPEST = 20;
    static final int MOST_PARTS = 500;
    private static final int MOST_BOUNDARIES = 20_000;
    private static final int LONGEST_HEAD = 1024 * 1024;
    private static final Session NOWHERE = Session.getInstance(new Properties());

    private final SharedFileInputStream file;
    private final MimeMessage message;

    private MailParts(SharedFileInputStream file, MimeMessage message) {
        this.file = file;
        this.message = message;
    }

    /** @throws Unreadable for what would take all memory to look at, or has nothing to look at */
    static MailParts open(Path raw) throws Unreadable, IOException {
        check(raw);
        var file = new SharedFileInputStream(raw.toFile());
        try {
            return new MailParts(file, new MimeMessage(NOWHERE, file));
        } catch (MessagingException | RuntimeException broken) {
            file.close();
            throw new Unreadable("broken");
        }
    }

    /** One look at the bytes before anything is made of them. */
    private static void check(Path raw) throws Unreadable, IOException {
        if (Files.size(raw) == 0) {
            throw new Unreadable("empty");
        }
        var boundaries = 0;
        var head = true;
        var at = 0L;
        var line = 0;
        var first = 0;
        var second = 0;
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(raw), 1 << 16)) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                at++;
                if (next == '\n') {
                    head &= line > 0;
                    boundaries += first == '-' && second == '-' ? 1 : 0;
                    line = first = second = 0;
                } else if (next != '\r') {
                    line++;
                    first = line == 1 ? next : first;
                    second = line == 2 ? next : second;
                }
                if (head && at > LONGEST_HEAD) {
                    throw new Unreadable("head");
                }
            }
        }
        if (boundaries > MOST_BOUNDARIES) {
            throw new Unreadable("parts");
        }
    }

    MimeMessage message() {
        return message;
    }

    /** The type of a part, lower case, without its parameters; plain text where none is said, bytes where it makes no sense. */
    static String type(Part part) {
        try {
            var said = part.getContentType();
            if (said == null) {
                return "text/plain";
            }
            var type = said.split(";")[0].strip().toLowerCase(Locale.ROOT);
            return type.matches("[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,120}") ? type : "text".equals(type) ? "text/plain" : "application/octet-stream";
        } catch (MessagingException broken) {
            return "application/octet-stream";
        }
    }

    /** The parts of a part; none when it is not made of parts, or not in a way that anybody could read. */
    static MimeMultipart inside(Part part) {
        if (!type(part).startsWith("multipart/")) {
            return null;
        }
        try {
            var parts = new MimeMultipart(new MimePartDataSource((MimePart) part));
            return parts.getCount() >= 0 ? parts : null;
        } catch (MessagingException | RuntimeException broken) {
            return null;
        }
    }

    /** The part at a path of {@link ReadMail.MailFile}; the message itself for an empty one. */
    Part at(String path) throws MessagingException {
        Part part = message;
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            var parts = inside(part);
            if (parts == null) {
                throw new MessagingException("no such part");
            }
            part = parts.getBodyPart(Integer.parseInt(step));
        }
        return part;
    }

    /** What a part holds, decoded; as it stands where the encoding is none. */
    static InputStream content(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException | RuntimeException broken) {
            return part instanceof MimeMessage whole ? whole.getRawInputStream() : ((MimeBodyPart) (BodyPart) part).getRawInputStream();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
