package app.regulars.returning;

import java.util.Locale;

/** How it was settled: money back, another piece, credit for later orders, or nothing. */
public enum Outcome {
    REFUND, EXCHANGE, CREDIT, NOTHING;

    /** As it stands in addresses, forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
