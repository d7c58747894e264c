package app.regulars.returning;

import app.regulars.customer.Companies;
import app.regulars.ordering.OrderPlaced;
import app.regulars.ordering.Orders;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.GivenDiscounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes credits of settled returns off orders. */
@Component
class ReturnCredits extends GivenDiscounts {

    private final CreditBook book;

    ReturnCredits(CreditBook book, Companies companies, Texts texts) {
        super("return-credit", "returning.credit", companies, texts);
        this.book = book;
    }

    @Override
    protected List<Given> open(Collection<String> codes) {
        return book.open(codes);
    }

    @Override
    protected List<Given> open(CustomerId owner) {
        return book.open(owner);
    }

    @Override
    protected boolean take(UUID id, UUID order, String number, Instant at) {
        return book.use(id, order, at);
    }

    @Override
    public void giveBack(UUID order, Instant at) {
        book.giveBack(order, at);
    }

    /** What an order did not need of a credit is there for the next one. */
    @Component
    static class Rests {

        private final CreditBook book;
        private final Orders orders;

        Rests(CreditBook book, Orders orders) {
            this.book = book;
            this.orders = orders;
        }

        @ApplicationModuleListener
        void on(OrderPlaced placed) {
            orders.codes(placed.order()).forEach((code, amount) -> book.took(placed.order().value(), code, amount));
        }
    }
}
