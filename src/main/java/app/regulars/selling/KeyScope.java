package app.regulars.selling;

import java.util.Arrays;
import java.util.Locale;

/** What a program's key was made for: it opens nothing else. */
public enum KeyScope {
    /** Products and orders of one customer or one agent. */
    ORDERS,
    /** A telephone system says who calls. */
    CALLS,
    /** Another system brings in what people ask us. */
    INQUIRIES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Orders for anything unknown. */
    public static KeyScope of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code().equals(code)).findFirst().orElse(ORDERS);
    }
}
