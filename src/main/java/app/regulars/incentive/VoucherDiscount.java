package app.regulars.incentive;

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

/** Takes welcome vouchers off orders: each once. */
@Component
class VoucherDiscount extends GivenDiscounts {

    private final VoucherBook book;

    VoucherDiscount(VoucherBook book, Companies companies, Texts texts) {
        super("voucher", "incentive.voucher", companies, texts);
        this.book = book;
    }

    @Override
    protected List<Given> open(Collection<String> codes) {
        return book.openOf(codes);
    }

    @Override
    protected List<Given> open(CustomerId owner) {
        return book.openOf(owner);
    }

    @Override
    protected boolean take(UUID id, UUID order, String number, Money amount, Instant at) {
        return book.use(id, order, number, at);
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
