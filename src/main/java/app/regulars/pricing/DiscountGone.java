package app.regulars.pricing;

import org.springframework.dao.ConcurrencyFailureException;

/** Somebody else used up a promotion, a coupon or a voucher between the price and the order: to be priced anew. */
public class DiscountGone extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    public DiscountGone(String what) {
        super(what);
    }
}
