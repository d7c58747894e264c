package app.regulars.returning;

import app.regulars.customer.Companies;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.GivenDiscounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
    protected boolean take(UUID id, UUID order, String number, Money amount, Instant at) {
        return book.use(id, order, amount, at);
    }

    @Override
    public void giveBack(UUID order, Instant at) {
        book.giveBack(order, at);
    }

    @Override
    public Money giveBack(UUID order, String code, Money amount, Instant at) {
        return book.giveBack(order, code, amount, at);
    }
}
