package app.regulars.calling;

import java.util.Locale;

/** How a call stands, worked out from its moments. */
public enum CallState {
    RINGING, RUNNING, ENDED, MISSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
