package app.regulars.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The clock of the business, in UTC and in whole microseconds (what the database keeps). Loading history (demonstration,
 * import) runs inside {@link #at}, so that records get the moments at which things really happened.
 */
@Component
public class BusinessClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    /** Runs the work as if it were the given moment, on this thread only. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    /** Whether this thread is loading history, inside {@link #at}. */
    public static boolean isPast() {
        return MOMENT.isBound();
    }

    /** Whether this thread is loading history that is older than that. */
    public static boolean isPastBy(Duration age) {
        return MOMENT.isBound() && MOMENT.get().isBefore(Instant.now().minus(age));
    }

    @Override
    public Instant instant() {
        return (MOMENT.isBound() ? MOMENT.get() : Instant.now()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.system(zone);
    }
}
