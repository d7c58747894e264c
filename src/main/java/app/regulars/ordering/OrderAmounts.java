package app.regulars.ordering;

import app.regulars.platform.money.Money;
import java.util.List;

/** What an order comes to: total = goods − discount + shipping + taxes. */
public record OrderAmounts(Money goods, Money discount, Money shipping, List<OrderFile.Tax> taxes, Money total) {

    public Money tax() {
        return taxes.stream().map(OrderFile.Tax::amount).reduce(Money.zero(total.currency()), Money::plus);
    }
}
