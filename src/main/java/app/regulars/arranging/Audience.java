package app.regulars.arranging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a block is. */
public enum Audience {

    EVERYBODY,
    /** Customers who are signed in. */
    KNOWN,
    /** Members of the chosen groups. */
    GROUPS;

    /** As it stands in forms and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> of(String code) {
        return Arrays.stream(values()).filter(audience -> audience.code().equals(code)).findFirst();
    }
}
