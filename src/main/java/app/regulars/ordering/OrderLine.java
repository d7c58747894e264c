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
import java.util.List;

/** A line as it was sold: names, options, picture and price stay as they were whatever becomes of the product. */
@Embeddable
record OrderLine(VariantId variantId, String sku, String handle, String nameEn, String nameFr, String optionsEn, String optionsFr, String art,
                 String backdrop, String taxClass, int weightGrams, int quantity, BigDecimal eachAmount, BigDecimal totalAmount, BigDecimal listAmount,
                 BigDecimal discountAmount, String configuration) {

    OrderLine(VariantId variantId, String sku, String handle, String nameEn, String nameFr, String optionsEn, String optionsFr, String art, String backdrop,
              String taxClass, int weightGrams, int quantity, BigDecimal eachAmount, BigDecimal totalAmount, BigDecimal listAmount, BigDecimal discountAmount) {
        this(variantId, sku, handle, nameEn, nameFr, optionsEn, optionsFr, art, backdrop, taxClass, weightGrams, quantity, eachAmount, totalAmount, listAmount,
                discountAmount, null);
    }

    static OrderLine sold(SellableVariant variant, PricedCart.Line line, Configuration said) {
        var options = variant.words(said);
        return new OrderLine(variant.id(), variant.sku(), variant.handle(), variant.name().en(), variant.name().fr(), english(options),
                options == null ? null : options.fr(), variant.art(), variant.backdrop(), variant.taxClass(), variant.weightGrams(),
                line.quantity(), line.each().amount(), line.total().amount(), line.list().amount(), line.discount().amount(), said.isEmpty() ? null : said.text());
    }

    private static String english(Localized text) {
        return text == null ? null : text.en();
    }

    OrderFile.Line file(String currency, List<Explanations.Line> reasons, boolean forStaff) {
        var why = reasons.stream().filter(each -> each.isOf(variantId) && each.quantity() == quantity).map(Explanations.Line::why).findFirst().orElse(null);
        return new OrderFile.Line(variantId, sku, handle, new Localized(nameEn, nameFr), new Localized(optionsEn == null ? "" : optionsEn, optionsFr), art,
                backdrop, quantity, Money.of(eachAmount, currency), Money.of(totalAmount, currency), Money.of(discountAmount, currency), taxClass, weightGrams,
                PriceWords.plain(why), forStaff ? why : null, Configuration.of(configuration));
    }
}
