package app.regulars.reordering;

import java.time.LocalDate;

/** Something bought again and again, with when it is needed next and what it is now. */
public record UsualLine(Expected expected, BasketLine basket, LocalDate today) {

    private static final int SOON = 5;

    public boolean isDue() {
        return expected.isDue(today, SOON);
    }

    /** Whether the day cannot be told: the range is longer than two months. */
    public boolean isVague() {
        return expected.until().isAfter(expected.from().plusDays(60));
    }
}
