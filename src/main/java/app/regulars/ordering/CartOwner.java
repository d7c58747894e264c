package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whose cart it is: a customer's, or that of a browser that carries a secret. The secret itself is never stored. */
public record CartOwner(CustomerId customer, String key) implements Serializable {

    public static CartOwner of(CustomerId customer) {
        return new CartOwner(customer, "customer:" + customer.value());
    }

    /** @param secret at least 128 random bits, as kept in the visitor's cookie */
    public static CartOwner visitor(String secret) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new CartOwner(null, "visitor:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return customer == null ? "a visitor" : "customer " + customer;
    }
}
