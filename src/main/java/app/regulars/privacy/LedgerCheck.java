package app.regulars.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger from its first line to its last and says whether it is as it was written. */
@Component
public class LedgerCheck {

    private static final int AT_ONCE = 1_000;

    private final ConsentLines lines;
    private final Clock clock;

    LedgerCheck(ConsentLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** What can be wrong with a line. */
    public enum Problem {
        /** The line says something else than when it was written. */
        CHANGED,
        /** The line is gone, or lines were put in an other order. */
        MISSING,
        /** The sentence that was agreed to is not the one that stands there now. */
        WORDS_CHANGED,
        /** Lines at the end are gone, or were added past the ledger. */
        END_DIFFERS
    }

    /**
     * @param lines    how many were found to be right
     * @param broken   the place of the first line that is not, or 0
     * @param problem  null when all is right
     * @param end      the hash at the end, as printed on proofs
     */
    public record Result(long lines, long broken, Problem problem, String end, Instant at) {

        public boolean intact() {
            return problem == null;
        }
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result run() {
        var head = lines.head();
        var place = 0L;
        var previous = ConsentChain.beginning();
        while (true) {
            var some = lines.chain(place, AT_ONCE);
            for (var link : some) {
                var problem = problem(link, place + 1, previous);
                if (problem != null) {
                    return broken(place, place + 1, problem, previous);
                }
                place++;
                previous = link.hash();
            }
            if (some.size() < AT_ONCE) {
                break;
            }
        }
        if (head.sequence() != place || !Arrays.equals(head.hash(), previous)) {
            return broken(place, place + (head.sequence() > place ? 1 : 0), Problem.END_DIFFERS, previous);
        }
        return broken(place, 0, null, previous);
    }

    private static Problem problem(ConsentLines.Link link, long place, byte[] previous) {
        if (link.line().sequence() != place || !Arrays.equals(link.previous(), previous)) {
            return Problem.MISSING;
        }
        if (!Arrays.equals(ConsentChain.hash(previous, link.line()), link.hash())) {
            return Problem.CHANGED;
        }
        var words = link.words() == null ? null : ConsentChain.digest(link.words());
        return Arrays.equals(words, link.line().wordingDigest()) ? null : Problem.WORDS_CHANGED;
    }

    private Result broken(long right, long place, Problem problem, byte[] end) {
        return new Result(right, place, problem, HexFormat.of().formatHex(end), clock.instant());
    }
}
