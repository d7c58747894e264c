package app.regulars.mailroom;

import app.regulars.platform.security.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Says, signed with the shop's own key, to which inquiry an answer belongs. Stands in the address to answer to, and in the last line of the
 * letter for mail programs and servers that lose the address. Who only knows the inquiry's number cannot make one.
 */
@Component
class ThreadToken {

    /** How the line of a letter begins that carries it. */
    static final String OPENING = "[ref:";
    private static final String USE = "mail-thread";
    private static final int SIGNED = 20;
    private static final Pattern TOKEN = Pattern.compile("([a-z]{2,5}-\\d{1,12})\\.([0-9a-f]{" + SIGNED + "})");
    private static final Pattern LINE = Pattern.compile(Pattern.quote(OPENING) + "\\s?" + TOKEN.pattern() + "]", Pattern.CASE_INSENSITIVE);

    private final SecretKeys keys;

    ThreadToken(SecretKeys keys) {
        this.keys = keys;
    }

    /** @param inquiry its number */
    String of(String inquiry) {
        return inquiry.toLowerCase(Locale.ROOT) + "." + signature(inquiry);
    }

    /** "help+inq-2041.0123…@shop.example" */
    String address(String mailbox, String inquiry) {
        var at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at) + "+" + of(inquiry) + mailbox.substring(at);
    }

    String line(String inquiry) {
        return OPENING + " " + of(inquiry) + "]";
    }

    /** The inquiry that an address names. */
    Optional<String> ofAddress(String address) {
        var plus = address.indexOf('+');
        var at = address.lastIndexOf('@');
        return plus < 0 || at < plus ? Optional.empty() : read(address.substring(plus + 1, at));
    }

    /** The inquiry that a line in the text names, the first that is genuine. */
    Optional<String> ofText(String text) {
        return LINE.matcher(text).results().limit(20).map(found -> read(found.group(1) + "." + found.group(2))).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> read(String token) {
        var parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = parts.group(1).toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(signature(number).getBytes(StandardCharsets.UTF_8), parts.group(2).getBytes(StandardCharsets.UTF_8)) ? Optional.of(number) : Optional.empty();
    }

    private String signature(String inquiry) {
        return keys.sign(USE, inquiry.toUpperCase(Locale.ROOT)).substring(0, SIGNED);
    }
}
