package app.regulars.mailroom;

import app.regulars.platform.address.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The head of a message: who, to whom, in answer to what, and whether a machine wrote it. */
final class MailHead {

    private static final int MOST_IDS = 100;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,480})>");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\u0080-\\uffff-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");
    private static final Pattern ABSENT = Pattern.compile("(?i)^(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|réponse automatique|absence du bureau|absent du bureau|"
            + "abwesenheit|automatische antwort)\\b.*");

    private final MimeMessage message;

    MailHead(MimeMessage message) {
        this.message = message;
    }

    /** All values, as they stand. */
    List<String> all(String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? List.of() : Arrays.stream(values).filter(value -> value != null).limit(50).map(value -> value.replaceAll("\r?\n[ \t]*", " ").strip()).toList();
        } catch (MessagingException | RuntimeException broken) {
            return List.of();
        }
    }

    private String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    String messageId() {
        return ids(first("Message-ID")).stream().findFirst().orElseGet(() -> {
            var bare = first("Message-ID").replaceAll("[<>\\s]", "");
            return bare.length() <= 480 ? bare : "";
        });
    }

    /** In-Reply-To before References, and of these the last first. */
    List<String> answered() {
        var ids = new LinkedHashSet<String>();
        all("In-Reply-To").forEach(value -> ids.addAll(ids(value)));
        all("References").forEach(value -> ids.addAll(ids(value).reversed()));
        return ids.stream().limit(MOST_IDS).toList();
    }

    private static List<String> ids(String value) {
        var ids = new ArrayList<String>();
        var found = ID.matcher(value);
        while (found.find() && ids.size() < MOST_IDS * 4) {
            ids.add(found.group(1));
        }
        return ids;
    }

    /** Who says to have written it; who sent it where nobody does. */
    String sender() {
        for (var name : new String[] {"From", "Sender", "Reply-To", "Return-Path"}) {
            var address = addresses(name).stream().findFirst();
            if (address.isPresent()) {
                return address.get();
            }
        }
        return "";
    }

    String senderName() {
        var value = first("From");
        try {
            var parsed = InternetAddress.parseHeader(value, false);
            if (parsed.length > 0 && parsed[0].getAddress() != null) {
                var quoted = value.contains("<") ? value.substring(0, value.indexOf('<')).strip().replaceAll("^\"|\"$", "").replace("\\\"", "\"") : "";
                return bounded(EncodedWords.text(quoted.isEmpty() && parsed[0].getPersonal() != null ? parsed[0].getPersonal() : quoted), 120);
            }
        } catch (AddressException broken) {
            // what stands before the address is its name
        }
        return bounded(EncodedWords.text(value.replaceAll("<.*", "").replace("\"", "")), 120);
    }

    String replyTo() {
        return addresses("Reply-To").stream().findFirst().orElse("");
    }

    String returnPath() {
        var all = all("Return-Path");
        return all.isEmpty() ? null : addresses("Return-Path").stream().findFirst().orElse("");
    }

    Set<String> reached() {
        var reached = new LinkedHashSet<String>();
        for (var name : new String[] {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"}) {
            reached.addAll(addresses(name));
        }
        return reached;
    }

    /** Found by their form rather than by a grammar: whatever stands around them. */
    private List<String> addresses(String name) {
        var addresses = new ArrayList<String>();
        for (var value : all(name)) {
            var angled = value.contains("<") ? Pattern.compile("<([^<>]+)>").matcher(value).results().map(result -> result.group(1)).toList() : List.<String>of();
            var plain = angled.stream().anyMatch(each -> each.contains("@")) ? angled : List.of(EncodedWords.text(value));
            plain.forEach(each -> {
                var found = ADDRESS.matcher(EncodedWords.text(each));
                while (found.find() && addresses.size() < 200) {
                    EmailAddress.parse(found.group().replaceAll("[.]+$", "")).ifPresent(address -> addresses.add(address.value()));
                }
            });
        }
        return addresses;
    }

    String subject() {
        return bounded(EncodedWords.text(first("Subject")), 300);
    }

    Instant sentAt() {
        try {
            var date = message.getSentDate();
            return date == null || date.getTime() < 0 || date.getTime() > 4_102_444_800_000L ? null : date.toInstant();
        } catch (MessagingException | RuntimeException broken) {
            return null;
        }
    }

    Set<String> marks() {
        var marks = new LinkedHashSet<String>();
        all("X-Loop").forEach(value -> marks.add(value.toLowerCase(Locale.ROOT)));
        return marks;
    }

    MailKind kind() {
        var submitted = first("Auto-Submitted").toLowerCase(Locale.ROOT);
        var precedence = first("Precedence").toLowerCase(Locale.ROOT);
        var type = first("Content-Type").toLowerCase(Locale.ROOT);
        if (submitted.startsWith("auto-replied") || says("X-Autoreply") || says("X-Autorespond") || says("X-Auto-Reply") || precedence.contains("auto_reply")
                || type.contains("disposition-notification") || ABSENT.matcher(subject()).matches() && (nobody() || says("X-Auto-Response-Suppress"))) {
            return MailKind.AUTO_REPLY;
        }
        var bulk = submitted.startsWith("auto-") || precedence.matches("(bulk|junk|list).*") || says("List-Id") || says("List-Unsubscribe") || says("Feedback-ID");
        return bulk ? MailKind.BULK : nobody() ? MailKind.AUTO_REPLY : MailKind.PERSON;
    }

    /** The null sender, or somebody who is no person. */
    boolean nobody() {
        var path = returnPath();
        return path != null && path.isEmpty() && all("Return-Path").getFirst().contains("<>") || sender().matches("(mailer-daemon|postmaster)@.*");
    }

    private boolean says(String name) {
        return all(name).stream().anyMatch(value -> !value.isBlank() && !"no".equalsIgnoreCase(value.strip()));
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())) - 20)) + "…";
    }
}
