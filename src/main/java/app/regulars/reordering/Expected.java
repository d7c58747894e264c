package app.regulars.reordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import java.time.LocalDate;

/**
 * When a customer needs something again, and how much of it.
 *
 * @param times so often she bought it
 * @param on    as likely sooner as later; today at the earliest
 * @param from  one in ten times it is before this day
 * @param until one in ten times it is after this day
 * @param each  what one piece cost the last time
 */
public record Expected(VariantId variant, Configuration configuration, int quantity, int times, LocalDate last, LocalDate on, LocalDate from, LocalDate until, Basis basis,
                       Money each) {

    /** Whether it is probably needed within so many days. */
    public boolean isDue(LocalDate today, int days) {
        return !on.isAfter(today.plusDays(days));
    }
}
