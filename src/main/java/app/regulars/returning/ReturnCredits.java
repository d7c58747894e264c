package app.regulars.returning;

import app.regulars.customer.Companies;
import app.regulars.ordering.OrderPlaced;
import app.regulars.ordering.Orders;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.DiscountSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes credits of settled returns off orders, for the customer they were given to. */
@Component
class ReturnCredits implements DiscountSource {

    private final CreditBook book;
    private final Companies companies;
    private final Localized label;

    ReturnCredits(CreditBook book, Companies companies, Texts texts) {
        this.book = book;
        this.companies = companies;
        this.label = new Localized(texts.get(Languages.ENGLISH, "returning.credit"), texts.get(Languages.FRENCH, "returning.credit"));
    }

    @Override
    public String code() {
        return "return-credit";
    }

    @Override
    public List<Offered> offered(Collection<String> codes, CustomerId customer, Instant at) {
        return customer == null ? List.of() : book.open(codes).stream().filter(open -> isFor(open, customer)).map(this::offer).toList();
    }

    @Override
    public List<Offered> open(CustomerId customer, Instant at) {
        return book.open(customer).stream().map(this::offer).toList();
    }

    @Override
    public boolean use(String code, CustomerId customer, UUID order, String number, Instant at) {
        return book.open(List.of(code)).stream().filter(open -> isFor(open, customer)).anyMatch(open -> book.use(open.id(), order, at));
    }

    @Override
    public void giveBack(UUID order, Instant at) {
        book.giveBack(order, at);
    }

    private Offered offer(CreditBook.Open open) {
        return new Offered(open.code(), open.rest(), label);
    }

    private boolean isFor(CreditBook.Open open, CustomerId customer) {
        return open.owner().equals(customer) || companies.mayOrder(open.owner(), customer);
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
            orders.file(placed.number()).ifPresent(order -> order.discounts().stream().filter(off -> off.code() != null)
                    .forEach(off -> book.took(placed.order().value(), off.code(), off.amount())));
        }
    }
}
