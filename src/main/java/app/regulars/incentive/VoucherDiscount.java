package app.regulars.incentive;

import app.regulars.customer.Companies;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.DiscountSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes welcome vouchers off orders: each once, for the person it was given to or a company that she orders for. */
@Component
class VoucherDiscount implements DiscountSource {

    private final VoucherBook book;
    private final Companies companies;
    private final Localized label;

    VoucherDiscount(VoucherBook book, Companies companies, Texts texts) {
        this.book = book;
        this.companies = companies;
        this.label = new Localized(texts.get(Languages.ENGLISH, "incentive.voucher"), texts.get(Languages.FRENCH, "incentive.voucher"));
    }

    @Override
    public String code() {
        return "voucher";
    }

    @Override
    public List<Offered> offered(Collection<String> codes, CustomerId customer, Instant at) {
        return customer == null ? List.of() : book.openOf(codes).stream().filter(voucher -> isFor(voucher, customer)).map(voucher -> new Offered(voucher.code(), voucher.worth(), label)).toList();
    }

    @Override
    public List<Offered> open(CustomerId customer, Instant at) {
        return book.of(customer).stream().filter(Voucher::isOpen).map(voucher -> new Offered(voucher.code(), voucher.worth(), label)).toList();
    }

    @Override
    public boolean use(String code, CustomerId customer, UUID order, String number, Instant at) {
        return book.openOf(List.of(code)).stream().filter(voucher -> isFor(voucher, customer)).anyMatch(voucher -> book.use(voucher.id(), order, number, at));
    }

    @Override
    public void giveBack(UUID order, Instant at) {
        book.giveBack(order, at);
    }

    private boolean isFor(VoucherBook.Open voucher, CustomerId customer) {
        return companies.mayOrder(voucher.owner(), customer);
    }
}
