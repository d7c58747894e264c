package app.regulars.quoting;

import app.regulars.platform.security.SecretKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The signed links of quotes: which one it is, under the shop's own key, and nothing of the person. */
@Component
class QuoteLinks {

    private static final String USE = "quote-link";
    private static final int SIGNED = 40;
    private static final int LONGEST = 100;

    private final SecretKeys keys;

    QuoteLinks(SecretKeys keys) {
        this.keys = keys;
    }

    String token(UUID quote) {
        var id = ByteBuffer.allocate(16).putLong(quote.getMostSignificantBits()).putLong(quote.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "." + signature(quote);
    }

    /** Nothing for what was not signed here. */
    Optional<UUID> read(String token) {
        var parts = token == null || token.length() > LONGEST ? new String[0] : token.split("\\.");
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] id;
        try {
            id = Base64.getUrlDecoder().decode(parts[0]);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (id.length != 16) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(id);
        var quote = new UUID(bytes.getLong(), bytes.getLong());
        return MessageDigest.isEqual(signature(quote).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8)) ? Optional.of(quote) : Optional.empty();
    }

    private String signature(UUID quote) {
        return keys.sign(USE, quote.toString()).substring(0, SIGNED);
    }
}
