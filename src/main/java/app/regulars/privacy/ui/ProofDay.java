package app.regulars.privacy.ui;

import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads the day of a proof from the address. */
public final class ProofDay {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private ProofDay() {
    }

    /** The day in ISO form; today for anything that is no day between 2000 and today. */
    public static LocalDate of(String typed, Shop shop, Clock clock) {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        try {
            var day = LocalDate.parse(typed);
            return day.isAfter(today) || day.isBefore(FIRST) ? today : day;
        } catch (DateTimeException notADay) {
            return today;
        }
    }
}
