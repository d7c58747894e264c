package app.regulars.ordering;

import app.regulars.pricing.PricedCart;

/** What was promised before somebody orders, such as a quote: its price and days to pay hold, whatever they are by now. */
public interface Agreement {

    /** Keeps everybody else from taking it up; first of all in the order's transaction. */
    void hold();

    /** @throws app.regulars.platform.Refused when it does not hold any more */
    PricedCart price();

    int daysToPay();

    /** It became this order, in the order's transaction. */
    void kept(OrderId order, OrderNumber number);
}
