package app.regulars.invoicing;

import app.regulars.platform.security.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/**
 * What the mail of a paper carries in its link: it opens this paper alone. An order's tracking link is passed on to neighbours and
 * says no more of a person than a first name; it opens none.
 */
@Component
class PaperLinks {

    private static final String USE = "paper";

    private final SecretKeys keys;

    PaperLinks(SecretKeys keys) {
        this.keys = keys;
    }

    String token(String number) {
        return keys.sign(USE, number);
    }

    boolean opens(String token, String number) {
        return MessageDigest.isEqual(token(number).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }
}
