package app.regulars.ordering;

import app.regulars.platform.money.Money;
import app.regulars.pricing.PricedCart;

/** A line of an order by itself, called off piece by piece as an order does it. */
public final class TestLine {

    private final String currency;
    private OrderLine line;

    public TestLine(PricedCart.Line sold) {
        currency = sold.total().currency();
        line = new OrderLine(sold.variant(), "S", "goods", "goods", null, null, null, null, null, sold.taxClass(), 0, sold.quantity(), sold.each().amount(), sold.total().amount(),
                sold.list().amount(), sold.discount().amount(), null, null, sold.credit().amount(), null, null, null, null);
    }

    public void keep(int pieces) {
        line = line.of(pieces);
    }

    public int quantity() {
        return line.quantity();
    }

    public Money total() {
        return Money.of(line.totalAmount(), currency);
    }

    public Money discount() {
        return Money.of(line.discountAmount(), currency);
    }

    public LineCredit share() {
        return line.credit(line.creditAmount(), currency);
    }

    public Money credit() {
        return Money.of(line.creditAmount(), currency);
    }
}
