package app.regulars.mailroom;

import app.regulars.mailroom.ReadMail.MailFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Reads a message of the real world. What is odd is taken as it was most likely meant; only what is beyond bounds is not read. */
@Component
class MailReader {

    private static final int LONGEST_TEXT = 1_000_000;

    /** A part's words. @param html null where there is no form to them */
    private record Body(String text, String html) {

        static final Body NONE = new Body("", null);

        Body and(Body next) {
            if (next.text.isBlank() && next.html == null) {
                return this;
            }
            if (text.isBlank() && html == null) {
                return next;
            }
            return new Body((text.stripTrailing() + "\n\n" + next.text.strip()).strip(), html == null && next.html == null ? null : rich() + "<hr>" + next.rich());
        }

        private String rich() {
            return html != null ? html : text.isBlank() ? "" : "<pre>" + HtmlUtils.htmlEscape(text) + "</pre>";
        }
    }

    /** One reading. */
    private static final class Walk {
        private final List<MailFile> files = new ArrayList<>();
        private MailProtection protection = MailProtection.NONE;
        private int parts;
        private boolean tooMany;
    }

    /** @throws Unreadable with the reason why, for whatever it is */
    ReadMail read(Path raw) throws Unreadable {
        try (var parts = MailParts.open(raw)) {
            var message = parts.message();
            var walk = new Walk();
            var body = body(message, "", 0, walk);
            if (walk.tooMany) {
                throw new Unreadable("parts");
            }
            if (walk.protection == MailProtection.NONE && body.text().contains("-----BEGIN PGP MESSAGE-----")) {
                walk.protection = MailProtection.ENCRYPTED;
            } else if (walk.protection == MailProtection.NONE && body.text().contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
                walk.protection = MailProtection.SIGNED;
            }
            var words = QuotedText.of(body.text(), ThreadToken.OPENING);
            var form = body.html() == null ? new MailHtml.Safe("", "") : MailHtml.safe(body.html());
            var head = new MailHead(message);
            var bounce = BounceReport.of(message, head, body.text());
            return new ReadMail(head.messageId(), head.answered(), head.sender(), head.senderName(), head.replyTo(), head.returnPath(), head.reached(), head.subject(), head.sentAt(),
                    words.own(), words.quoted(), form.own(), form.quoted(), List.copyOf(walk.files), bounce != null ? MailKind.BOUNCE : head.kind(), walk.protection,
                    head.all("Authentication-Results"), head.marks(), bounce);
        } catch (IOException | MessagingException | RuntimeException | StackOverflowError broken) {
            throw new Unreadable("broken");
        }
    }

    private Body body(Part part, String path, int depth, Walk walk) throws MessagingException, IOException {
        if (++walk.parts > MailParts.MOST_PARTS) {
            walk.tooMany = true;
            return Body.NONE;
        }
        var type = MailParts.type(part);
        var parts = depth < MailParts.DEEPEST ? MailParts.inside(part) : null;
        if (parts != null && parts.getCount() > 0) {
            return bodies(type, parts, path, depth, walk);
        }
        if (!type.startsWith("multipart/")) {
            return leaf(part, type, path, walk);
        }
        // said to be many parts, and is none: the words may still be there
        return new Body(text(part, "text/plain").replaceAll("(?m)^--\\S*$", "").strip(), null);
    }

    private Body bodies(String type, MimeMultipart parts, String path, int depth, Walk walk) throws MessagingException, IOException {
        if ("multipart/encrypted".equals(type)) {
            walk.protection = MailProtection.ENCRYPTED;
        } else if ("multipart/signed".equals(type) && walk.protection == MailProtection.NONE) {
            walk.protection = MailProtection.SIGNED;
        }
        var bodies = new ArrayList<Body>();
        for (var i = 0; i < parts.getCount() && !walk.tooMany; i++) {
            bodies.add(body(parts.getBodyPart(i), path.isEmpty() ? String.valueOf(i) : path + "." + i, depth + 1, walk));
        }
        if (!"multipart/alternative".equals(type)) {
            return bodies.stream().reduce(Body.NONE, Body::and);
        }
        var html = bodies.stream().map(Body::html).filter(each -> each != null).reduce((one, two) -> two).orElse(null);
        var plain = bodies.stream().filter(each -> each.html() == null && !each.text().isBlank()).map(Body::text).findFirst();
        return new Body(plain.orElseGet(() -> bodies.stream().map(Body::text).filter(each -> !each.isBlank()).findFirst().orElse("")), html);
    }

    private Body leaf(Part part, String type, String path, Walk walk) throws MessagingException, IOException {
        var name = FileName.of(part, type);
        var attached = "attachment".equals(disposition(part));
        var words = !attached && (name.isEmpty() || "inline".equals(disposition(part)) && contentId(part).isEmpty()) && ("text/plain".equals(type) || "text/html".equals(type));
        if (words) {
            var text = text(part, type);
            return "text/html".equals(type) ? new Body(MailHtml.text(text), text) : new Body(text, null);
        }
        if (type.contains("pkcs7-mime")) {
            var kind = header(part, "Content-Type").toLowerCase(Locale.ROOT);
            walk.protection = kind.contains("signed-data") || kind.contains("certs-only") ? MailProtection.SIGNED : MailProtection.ENCRYPTED;
        }
        var id = contentId(part);
        walk.files.add(new MailFile(path, name.isEmpty() ? FileName.made(type, walk.files.size() + 1) : name, type, size(part), id, !attached && !id.isEmpty() && type.startsWith("image/")));
        return Body.NONE;
    }

    private String text(Part part, String type) throws MessagingException, IOException {
        byte[] bytes;
        try (var in = MailParts.content(part)) {
            bytes = readable(in);
        }
        var said = header(part, "Content-Type");
        var charset = parameter(said, "charset");
        if ("text/html".equals(type) && charset.isEmpty()) {
            var start = new String(bytes, 0, Math.min(bytes.length, 2_000), java.nio.charset.StandardCharsets.ISO_8859_1);
            var meta = java.util.regex.Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?([a-z0-9_-]+)").matcher(start);
            charset = meta.find() ? meta.group(1) : "";
        }
        var text = WordsOfBytes.text(bytes, charset).replace("\r\n", "\n").replace('\r', '\n');
        return "text/plain".equals(type) && "flowed".equalsIgnoreCase(parameter(said, "format")) ? FlowedText.unfolded(text, "yes".equalsIgnoreCase(parameter(said, "delsp"))) : text;
    }

    /** As much of it as can be read; what is broken further on is left. */
    private static byte[] readable(InputStream in) {
        var bytes = new java.io.ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var read = in.read(buffer); read >= 0 && bytes.size() < LONGEST_TEXT; read = in.read(buffer)) {
                bytes.write(buffer, 0, Math.min(read, LONGEST_TEXT - bytes.size()));
            }
        } catch (IOException | RuntimeException broken) {
            // what came before it is kept
        }
        return bytes.toByteArray();
    }

    private static long size(Part part) {
        var size = 0L;
        try (var in = MailParts.content(part)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
            }
        } catch (IOException | MessagingException | RuntimeException broken) {
            return size;
        }
        return size;
    }

    private static String disposition(Part part) {
        return header(part, "Content-Disposition").split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String contentId(Part part) {
        var id = header(part, "Content-ID").replaceAll("[<>\\s]", "");
        return id.length() <= 250 ? id : id.substring(0, 250);
    }

    static String header(Part part, String name) {
        try {
            var values = part.getHeader(name);
            return values == null || values.length == 0 || values[0] == null ? "" : values[0];
        } catch (MessagingException | RuntimeException broken) {
            return "";
        }
    }

    /** A parameter by looking for it, which works with heads that no grammar takes. */
    static String parameter(String head, String name) {
        var found = java.util.regex.Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(\"([^\"]*)\"|[^;\\s]*)").matcher(head.replaceAll("\r?\n", " "));
        return !found.find() ? "" : found.group(2) != null ? found.group(2) : found.group(1);
    }
}
