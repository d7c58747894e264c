package app.regulars.pricing;

import app.regulars.platform.money.Money;

/** What one piece costs this customer, and what it costs by the list. Both without tax. */
public record Price(Money each, Money list) {

    public boolean isReduced() {
        return each.compareTo(list) < 0;
    }
}
