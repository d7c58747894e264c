package app.regulars.importing;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says on the console, once a second, how far an import is, how fast, and how long it will still take. */
final class Progress {

    private final String kind;
    private final Clock clock;
    private final PrintStream out;
    private long bytes;
    private Instant begun;
    private Instant said;
    private Instant savingBegun;

    Progress(String kind, Clock clock, PrintStream out) {
        this.kind = kind;
        this.clock = clock;
        this.out = out;
    }

    void begin(long bytes) {
        this.bytes = Math.max(1, bytes);
        begun = clock.instant();
        said = begun;
    }

    void at(long rows, long bytesRead) {
        var now = clock.instant();
        if (Duration.between(said, now).toMillis() < 1000) {
            return;
        }
        said = now;
        var seconds = Duration.between(begun, now).toMillis() / 1000.0;
        var share = Math.min(1.0, (double) bytesRead / bytes);
        out.printf("%s: %,d rows, %d %%, %,d a second, about %d s left%n", kind, rows, Math.round(share * 100), Math.round(rows / seconds),
                Math.round(seconds / Math.max(share, 0.001) * (1 - share)));
    }

    /** The file is read and its records are being saved. */
    void saved(long records, long of) {
        var now = clock.instant();
        if (savingBegun == null) {
            savingBegun = now;
        }
        if (Duration.between(said, now).toMillis() >= 1000 && records > 0) {
            said = now;
            var seconds = Duration.between(savingBegun, now).toMillis() / 1000.0;
            out.printf("%s: %,d of %,d records, about %d s left%n", kind, records, of, Math.round(seconds / records * (of - records)));
        }
    }

    void end(long rows) {
        var seconds = Math.max(1, Duration.between(begun, clock.instant()).toMillis()) / 1000.0;
        out.printf("%s: %,d rows in %.1f s, %,d a second%n", kind, rows, seconds, Math.round(rows / seconds));
    }
}
