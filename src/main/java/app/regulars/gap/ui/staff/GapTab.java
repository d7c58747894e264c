package app.regulars.gap.ui.staff;

import app.regulars.gap.GapKind;
import app.regulars.gap.GapState;
import java.util.Arrays;
import java.util.Locale;

/** The parts of the page. */
public enum GapTab {
    WRITE(GapState.OPEN, GapKind.ANSWER), BUY(GapState.OPEN, GapKind.PRODUCT), CLOSED(GapState.CLOSED, null), SOLVED(null, null);

    private final GapState state;
    private final GapKind kind;

    GapTab(GapState state, GapKind kind) {
        this.state = state;
        this.kind = kind;
    }

    GapState state() {
        return state;
    }

    GapKind kind() {
        return kind;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GapTab of(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code().equals(code)).findFirst().orElse(WRITE);
    }
}
