package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.web.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The links by which somebody stops messages without signing in: who and what for, signed. They do not expire, because a letter
 * may be found years later, and they can do nothing but stop.
 */
@Component
class StopLinks {

    private static final String PATH = "/unsubscribe/";
    private static final int ID = 16;
    private static final int SIGNATURE = 20;
    private static final int LONGEST = 200;

    private final SigningKey key;
    private final PublicAddress address;

    StopLinks(SigningKey key, PublicAddress address) {
        this.key = key;
        this.address = address;
    }

    record Target(CustomerId customer, String purpose) {
    }

    /** Complete, for messages. */
    String address(CustomerId customer, String purpose) {
        return address.of(path(customer, purpose));
    }

    String path(CustomerId customer, String purpose) {
        var id = Columns.bytes(customer.value());
        var code = purpose.getBytes(StandardCharsets.UTF_8);
        var message = Arrays.copyOf(id, ID + code.length);
        System.arraycopy(code, 0, message, ID, code.length);
        var all = Arrays.copyOf(message, message.length + SIGNATURE);
        System.arraycopy(signature(message), 0, all, message.length, SIGNATURE);
        return PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Nothing for a token that is not ours. */
    Optional<Target> read(String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (all.length <= ID + SIGNATURE) {
            return Optional.empty();
        }
        var message = Arrays.copyOf(all, all.length - SIGNATURE);
        if (!MessageDigest.isEqual(signature(message), Arrays.copyOfRange(all, message.length, all.length))) {
            return Optional.empty();
        }
        return Optional.of(new Target(new CustomerId(Columns.uuid(Arrays.copyOf(message, ID))),
                new String(message, ID, message.length - ID, StandardCharsets.UTF_8)));
    }

    private byte[] signature(byte[] message) {
        return key.sign(message, SIGNATURE);
    }
}
