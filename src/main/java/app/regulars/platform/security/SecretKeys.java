package app.regulars.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The shop's own secret, from which a key for every use is derived: {@code regulars.secret-key}, 32 bytes in Base64, the same on
 * all nodes. Where none is set, one is made at the first start and kept beside the data, in {@code secret.key}, for the owner of
 * the process alone: enough for one node, and not to be forgotten in the backup.
 */
@Component
public class SecretKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final byte[] root;

    SecretKeys(@Value("${regulars.secret-key:}") String configured, @Value("${regulars.data:./data}") String data) {
        root = configured.isBlank() ? kept(Path.of(data).resolve("secret.key")) : Base64.getDecoder().decode(configured.strip());
        if (root.length < 32) {
            throw new IllegalStateException("regulars.secret-key has to be at least 32 bytes in Base64");
        }
    }

    /** Encrypts for this use only (AES-256-GCM). */
    public String seal(String use, String text) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, use, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key or for another use, or was changed */
    public String open(String use, String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var nonce = java.util.Arrays.copyOf(bytes, NONCE);
            return new String(cipher(Cipher.DECRYPT_MODE, use, nonce).doFinal(bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another key", e);
        }
    }

    /** A keyed hash (HMAC-SHA256) for this use, in hexadecimal digits. */
    public String sign(String use, String text) {
        return HexFormat.of().formatHex(hmac(derived(use), text));
    }

    private Cipher cipher(int mode, String use, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived(use), "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private byte[] derived(String use) {
        return hmac(root, "regulars:" + use);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written beside and then moved, so that nobody who starts in the same moment reads half a key. */
    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var key = new byte[32];
                RANDOM.nextBytes(key);
                var beside = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new");
                Files.writeString(beside, Base64.getEncoder().encodeToString(key));
                try {
                    Files.createLink(file, beside);
                } catch (FileAlreadyExistsException startedBeside) {
                    // its key is the one
                } catch (UnsupportedOperationException noLinks) {
                    Files.move(beside, file);
                }
                Files.deleteIfExists(beside);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
