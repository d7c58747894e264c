package app.regulars.inquiry;

import java.util.Arrays;
import java.util.Locale;

/** How pressing an inquiry is, as staff see it. */
public enum Priority {
    LOW, NORMAL, HIGH, URGENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority of a code; normal for anything unknown. */
    public static Priority of(String code) {
        return Arrays.stream(values()).filter(priority -> priority.name().equalsIgnoreCase(code)).findFirst().orElse(NORMAL);
    }
}
