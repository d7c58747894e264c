package app.regulars.privacy;

import java.io.PrintStream;
import org.springframework.stereotype.Component;

/** {@code check-ledger}: reads the consent ledger and says whether every line is as it was written. */
@Component
public class LedgerCommand {

    private final LedgerCheck check;

    LedgerCommand(LedgerCheck check) {
        this.check = check;
    }

    /** @return 0 when it is, 1 when it is not */
    public int run(PrintStream out) {
        var result = check.run();
        if (result.intact()) {
            out.printf("consent ledger: %d lines, all as they were written; ends with %s%n", result.lines(), result.end());
            return 0;
        }
        out.printf("consent ledger: BROKEN at line %d (%s); %d lines before it are right and end with %s%n", result.broken(), result.problem(), result.lines(),
                result.end());
        return 1;
    }
}
