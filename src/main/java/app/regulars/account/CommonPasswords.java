package app.regulars.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Some 120,000 passwords of ten characters or more that became known in breaches, as the sorted first five bytes of their SHA-256
 * (made by src/bench/common-passwords.py, which names the sources). Words are compared in lower case.
 */
final class CommonPasswords {

    private static final int WIDTH = 5;
    private static final byte[] SORTED = read();

    private CommonPasswords() {
    }

    static boolean contains(String password) {
        var wanted = prefix(hash(password.toLowerCase(Locale.ROOT)), 0);
        int low = 0;
        int high = SORTED.length / WIDTH - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var found = prefix(SORTED, middle * WIDTH);
            if (found == wanted) {
                return true;
            }
            if (found < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static long prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 32 | ByteBuffer.wrap(bytes, at + 1, 4).getInt() & 0xFFFF_FFFFL;
    }

    private static byte[] hash(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read() {
        try (var in = CommonPasswords.class.getResourceAsStream("/account/common-passwords.bin")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
