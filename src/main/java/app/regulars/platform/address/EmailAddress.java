package app.regulars.platform.address;

import app.regulars.platform.Refused;
import java.io.Serializable;
import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as it identifies a person: lower case, the domain in ASCII. Whatever a mail server could not take is
 * refused; whether anybody reads it is shown only by a mailed link.
 */
public record EmailAddress(String value) implements Serializable {

    public static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /** @throws Refused beside the field "email" */
    public static EmailAddress of(String typed) {
        return parse(typed).orElseThrow(() -> new Refused(typed == null || typed.isBlank() ? "platform.email.missing" : "platform.email.broken", "email", Map.of()));
    }

    public static Optional<EmailAddress> parse(String typed) {
        if (typed == null || typed.length() > LONGEST + 40) {
            return Optional.empty();
        }
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            text = text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
        var dots = text.startsWith(".") || text.contains("..") || text.contains(".@");
        return !dots && text.length() <= LONGEST && FORM.matcher(text).matches() ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "an e-mail address";
    }
}
