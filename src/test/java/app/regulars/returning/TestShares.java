package app.regulars.returning;

import app.regulars.ordering.LineCredit;
import app.regulars.platform.money.Money;

/** The shares of returned pieces, for tests elsewhere. */
public final class TestShares {

    private TestShares() {
    }

    public static Money credit(LineCredit whole, Money given, int pieces, int before, int all) {
        return PaidShares.credit(whole, given, pieces, before, all);
    }
}
