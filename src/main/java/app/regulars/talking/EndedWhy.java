package app.regulars.talking;

import java.util.Arrays;
import java.util.Locale;

/** Why a talk is over. */
public enum EndedWhy {
    /** By staff: nothing is left to do. */
    ANSWERED,
    /** By staff: it goes on in the inquiry. */
    OPEN,
    /** The customer said goodbye. */
    LEFT,
    /** The customer was not heard of any more. */
    GONE,
    /** Nobody took it in time. */
    UNTAKEN,
    /** The service hours were over. */
    HOURS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndedWhy of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst().orElse(null);
    }
}
