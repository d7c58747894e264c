package app.regulars.platform.persistence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the database once for what is asked several times in one piece of work, such as the prices of a cart between its first sum and the
 * order. Only for what that work does not change itself; outside such a piece of work every question is asked.
 */
public final class Reading {

    private static final ScopedValue<Map<Object, Object>> KNOWN = ScopedValue.newInstance();

    private Reading() {
    }

    /** Within it every question is asked once; for one transaction, never for several. */
    public static <T> T through(Supplier<T> work) {
        return KNOWN.isBound() ? work.get() : ScopedValue.where(KNOWN, new HashMap<>()).call(work::get);
    }

    /** Whether this is within such a piece of work. */
    public static boolean isOn() {
        return KNOWN.isBound();
    }

    /** @param question tells questions apart, the name of whoever asks first; of the moment only where the answer depends on it within one piece of work */
    @SuppressWarnings("unchecked")
    public static <T> T once(Supplier<T> read, Object... question) {
        if (!KNOWN.isBound()) {
            return read.get();
        }
        var known = KNOWN.get();
        var key = Arrays.asList(question);
        if (!known.containsKey(key)) {
            known.put(key, read.get());
        }
        return (T) known.get(key);
    }
}
