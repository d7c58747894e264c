package app.regulars.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a mail server reports of a message that it could not deliver: by its codes (RFC 3464) where it gives some, else by the one
 * thing that every report carries, the id of our message, in a message that nobody sent.
 */
final class BounceReport {

    private static final int LONGEST = 200_000;
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern RECIPIENT = Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*(?:[a-z0-9]+\\s*;)?\\s*<?([^\\s<>]+@[^\\s<>]+)>?");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[ \\t>]*Message-ID:\\s*<([^<>\\s]{1,480})>");
    private static final Pattern CODE = Pattern.compile("\\b([45]\\.\\d{1,2}\\.\\d{1,3})\\b");
    private static final Pattern OLD_CODE = Pattern.compile("\\b(5[05]\\d|4[25]\\d)[ -]");

    private BounceReport() {
    }

    /** @return null for what is none */
    static ReadMail.Bounce of(MimeMessage message, MailHead head, String text) {
        var type = MailReader.header(message, "Content-Type").toLowerCase(Locale.ROOT);
        var report = new StringBuilder();
        var returned = new StringBuilder();
        try {
            collect(message, 0, report, returned);
        } catch (MessagingException | IOException | RuntimeException broken) {
            // what was found so far has to do
        }
        var isReport = type.contains("delivery-status") || !report.isEmpty();
        if (!isReport && !head.nobody()) {
            return null;
        }
        var id = found(MESSAGE_ID, returned, 1);
        id = id.isEmpty() ? found(MESSAGE_ID, text, 1) : id;
        var action = found(ACTION, report, 1).toLowerCase(Locale.ROOT);
        var status = found(STATUS, report, 1);
        if (!isReport && id.isEmpty()) {
            return null;
        }
        if (status.isEmpty()) {
            status = found(CODE, text, 1);
        }
        var old = status.isEmpty() ? found(OLD_CODE, text, 1) : "";
        status = status.isEmpty() && !old.isEmpty() ? old.charAt(0) + ".0.0" : status;
        var forGood = action.isEmpty() ? !status.startsWith("4") : "failed".equals(action);
        return new ReadMail.Bounce(id, found(RECIPIENT, report, 1).toLowerCase(Locale.ROOT), status, forGood && !status.startsWith("2"));
    }

    private static void collect(Part part, int depth, StringBuilder report, StringBuilder returned) throws MessagingException, IOException {
        if (depth > 6) {
            return;
        }
        var parts = MailParts.inside(part);
        if (parts != null) {
            for (var i = 0; i < Math.min(50, parts.getCount()); i++) {
                collect(parts.getBodyPart(i), depth + 1, report, returned);
            }
            return;
        }
        switch (MailParts.type(part)) {
            case "message/delivery-status", "message/global-delivery-status" -> report.append(text(part)).append('\n');
            case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers", "message/global" -> returned.append(text(part)).append('\n');
            default -> {
            }
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var in = MailParts.content(part)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).replaceAll("\r?\n[ \t]+", " ");
        }
    }

    private static String found(Pattern pattern, CharSequence text, int group) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(group) : "";
    }
}
