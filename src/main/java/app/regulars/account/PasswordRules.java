package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Length over rules: 10 to 128 characters, none that is known from breaches or much used, not one's own address or name. */
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final Set<String> COMMON = common();

    private PasswordRules() {
    }

    /** @throws Refused beside the field "password" */
    static void check(String password, String email, String name) {
        var length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length == 0) {
            throw refused("account.password.missing");
        }
        if (length < SHORTEST) {
            throw new Refused("account.password.short", "password", Map.of("least", SHORTEST));
        }
        if (length > LONGEST) {
            throw new Refused("account.password.long", "password", Map.of("most", LONGEST));
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (CommonPasswords.contains(plain) || CommonPasswords.contains(withoutEnds(plain)) && plain.length() < 16 || COMMON.contains(plain) || COMMON.contains(plain.replaceAll("[^a-z]+$", "")) && plain.length() < 14
                || plain.chars().distinct().count() < 4) {
            throw refused("account.password.common");
        }
        var local = email == null ? "" : email.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
        if (plain.equals(email) || local.length() > 3 && plain.replaceAll("[^\\p{L}]", "").equals(local.replaceAll("[^\\p{L}]", ""))
                || name != null && PersonTexts.plain(name).replace(" ", "").equals(plain.replace(" ", ""))) {
            throw refused("account.password.own");
        }
    }

    /** A known password is not a new one for a year or a sign behind it. */
    private static String withoutEnds(String plain) {
        return plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
    }

    private static Refused refused(String key) {
        return new Refused(key, "password", Map.of());
    }

    private static Set<String> common() {
        try (var reader = new BufferedReader(new InputStreamReader(PasswordRules.class.getResourceAsStream("/account/common-passwords.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
