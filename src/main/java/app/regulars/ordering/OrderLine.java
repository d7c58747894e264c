package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Explanations;
import app.regulars.pricing.PriceWords;
import app.regulars.pricing.PricedCart;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A line as it was sold: names, options, picture and price stay as they were whatever becomes of the product. */
@Embeddable
record OrderLine(VariantId variantId, String sku, String handle, String nameEn, String nameFr, String optionsEn, String optionsFr, String art,
                 String backdrop, String taxClass, int weightGrams, int quantity, BigDecimal eachAmount, BigDecimal totalAmount, BigDecimal listAmount,
                 BigDecimal discountAmount, String configuration, Integer orderedQuantity, BigDecimal creditAmount, Integer soldPieces, Integer keptPieces,
                 BigDecimal soldDiscount, BigDecimal soldCredit) {

    private static final int CENTS = 2;

    OrderLine(VariantId variantId, String sku, String handle, String nameEn, String nameFr, String optionsEn, String optionsFr, String art, String backdrop,
              String taxClass, int weightGrams, int quantity, BigDecimal eachAmount, BigDecimal totalAmount, BigDecimal listAmount, BigDecimal discountAmount) {
        this(variantId, sku, handle, nameEn, nameFr, optionsEn, optionsFr, art, backdrop, taxClass, weightGrams, quantity, eachAmount, totalAmount, listAmount,
                discountAmount, null, null, null, null, null, null, null);
    }

    static OrderLine sold(SellableVariant variant, PricedCart.Line line, Configuration said) {
        var options = variant.words(said);
        return new OrderLine(variant.id(), variant.sku(), variant.handle(), variant.name().en(), variant.name().fr(), english(options),
                options == null ? null : options.fr(), variant.art(), variant.backdrop(), variant.taxClass(), variant.weightGrams(),
                line.quantity(), line.each().amount(), line.total().amount(), line.list().amount(), line.discount().amount(), said.isEmpty() ? null : said.text(), null,
                line.credit().amount(), null, null, null, null);
    }

    /**
     * So many pieces at the price they were sold at. What was taken off goes with the pieces that go; pieces that come get nothing taken off,
     * and are the first that go again. The share is always worked out from what was sold, so that the steps in which pieces go make no difference.
     */
    OrderLine of(int pieces) {
        if (pieces == quantity) {
            return this;
        }
        var sold = soldPieces == null ? quantity : soldPieces;
        var kept = Math.min(keptPieces == null ? quantity : keptPieces, pieces);
        var off = soldPieces == null ? discountAmount == null ? BigDecimal.ZERO : discountAmount : soldDiscount;
        var credit = soldPieces == null ? creditAmount : soldCredit;
        return new OrderLine(variantId, sku, handle, nameEn, nameFr, optionsEn, optionsFr, art, backdrop, taxClass, weightGrams, pieces, eachAmount,
                eachAmount.multiply(BigDecimal.valueOf(pieces)).setScale(CENTS, RoundingMode.HALF_UP), listAmount, LineCredit.share(off, kept, sold), configuration,
                orderedQuantity == null ? Integer.valueOf(quantity) : orderedQuantity, credit == null ? null : LineCredit.share(credit, kept, sold), sold, kept, off, credit);
    }

    /** What credits and vouchers paid of it. @param amount where an old order does not know it of the line */
    LineCredit credit(BigDecimal amount, String currency) {
        var whole = creditAmount == null ? amount : creditAmount;
        return soldCredit == null ? new LineCredit(Money.of(whole, currency), quantity, quantity) : new LineCredit(Money.of(soldCredit, currency), soldPieces, keptPieces);
    }

    /** It was not there when the order was placed. */
    OrderLine comeLater() {
        return new OrderLine(variantId, sku, handle, nameEn, nameFr, optionsEn, optionsFr, art, backdrop, taxClass, weightGrams, quantity, eachAmount, totalAmount, listAmount,
                discountAmount, configuration, 0, creditAmount, null, null, null, null);
    }

    /** What is paid for it, without tax. */
    BigDecimal net() {
        return discountAmount == null ? totalAmount : totalAmount.subtract(discountAmount);
    }

    private static String english(Localized text) {
        return text == null ? null : text.en();
    }

    /** @param reasons of the prices, for the quantities that were ordered */
    OrderFile.Line file(String currency, List<Explanations.Line> reasons, boolean forStaff) {
        var ordered = orderedQuantity == null ? quantity : orderedQuantity;
        var off = Money.of(discountAmount, currency);
        var why = reasons.stream().filter(each -> each.isOf(variantId) && each.quantity() == ordered).map(Explanations.Line::why).findFirst().orElse(null);
        var plain = orderedQuantity == null ? PriceWords.plain(why) : PriceWords.plain(why, quantity, off);
        return new OrderFile.Line(variantId, sku, handle, new Localized(nameEn, nameFr), new Localized(optionsEn == null ? "" : optionsEn, optionsFr), art,
                backdrop, quantity, ordered, Money.of(eachAmount, currency), Money.of(totalAmount, currency), off, taxClass, weightGrams,
                plain, forStaff ? why : null, Configuration.of(configuration));
    }
}
