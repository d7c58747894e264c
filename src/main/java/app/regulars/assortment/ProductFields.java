package app.regulars.assortment;

import app.regulars.catalog.ProductForm;
import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** A product as the fields of its form; {@link ProductSheet} reads them back. */
public final class ProductFields {

    private ProductFields() {
    }

    /** The fields of an empty form: one article without options, a draft. */
    public static Map<String, String> empty() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("state", "draft");
        fields.put("backdrop", "mist");
        fields.put("tax", "standard");
        fields.put("v0-sku", "");
        fields.put("s0-name-en", "");
        return fields;
    }

    /**
     * @param status the catalogue's word for where the product is in its life
     * @param prices by article number, as are the pieces on hand
     * @param zone   the shop's, for the moments of its life
     */
    public static Map<String, String> of(ProductForm form, String status, Map<String, BigDecimal> prices, Map<String, Integer> stock, ZoneId zone) {
        var fields = empty();
        put(fields, "name", form.name());
        fields.put("handle", form.handle());
        put(fields, "tagline", form.tagline());
        put(fields, "description", form.description());
        put(fields, "keywords", form.keywords());
        fields.put("category", nothing(form.category()));
        fields.put("also", String.join("\n", form.alsoIn()));
        fields.put("backdrop", nothing(form.backdrop()));
        fields.put("tax", nothing(form.taxClass()));
        fields.put("art", nothing(form.art()));
        put(fields, "alt", form.artAlt());
        fields.put("gallery", String.join("\n", form.gallery()));
        fields.put("popular", form.popular() ? "on" : "");
        for (int i = 0; i < form.options().size(); i++) {
            var option = form.options().get(i);
            fields.put("o" + i + "-code", option.code());
            put(fields, "o" + i, option.name());
            for (int j = 0; j < option.values().size(); j++) {
                fields.put("o" + i + "v" + j + "-code", option.values().get(j).code());
                put(fields, "o" + i + "v" + j, option.values().get(j).name());
            }
        }
        for (int i = 0; i < form.variants().size(); i++) {
            variant(fields, "v" + i, form.variants().get(i), prices, stock);
        }
        for (int i = 0; i < form.specs().size(); i++) {
            put(fields, "s" + i + "-name", form.specs().get(i).name());
            put(fields, "s" + i + "-value", form.specs().get(i).value());
        }
        for (int i = 0; i < form.relations().size(); i++) {
            fields.put("r" + i + "-kind", form.relations().get(i).kind());
            fields.put("r" + i + "-other", form.relations().get(i).handle());
            put(fields, "r" + i + "-why", form.relations().get(i).why());
        }
        if (form.shipping() != null) {
            fields.put("length", nothing(form.shipping().length()));
            fields.put("width", nothing(form.shipping().width()));
            fields.put("height", nothing(form.shipping().height()));
            put(fields, "note", form.shipping().note());
        }
        fields.put("state", "RETIRED".equals(status) ? "retired" : form.publishedAt() == null ? "draft" : "SCHEDULED".equals(status) ? "at" : "shown");
        fields.put("from", local(form.publishedAt(), zone));
        fields.put("until", "RETIRED".equals(status) ? "" : local(form.retireAt(), zone));
        return fields;
    }

    private static void variant(Map<String, String> fields, String row, ProductForm.Variant variant, Map<String, BigDecimal> prices, Map<String, Integer> stock) {
        fields.put(row + "-sku", variant.sku());
        fields.put(row + "-was", variant.sku());
        fields.put(row + "-choice", ProductSheet.choice(variant.options()));
        fields.put(row + "-price", prices.containsKey(variant.sku()) ? plain(prices.get(variant.sku())) : "");
        fields.put(row + "-stock", nothing(stock.get(variant.sku())));
        fields.put(row + "-stock-was", nothing(stock.get(variant.sku())));
        fields.put(row + "-grams", variant.weightGrams() == 0 ? "" : String.valueOf(variant.weightGrams()));
        fields.put(row + "-later", variant.backorderable() ? "on" : "");
        if (variant.unit() != null) {
            fields.put(row + "-unit", plain(variant.unit().quantity()));
            fields.put(row + "-measure", variant.unit().measure());
            fields.put(row + "-per", plain(variant.unit().per()));
        }
    }

    private static void put(Map<String, String> fields, String field, Localized text) {
        fields.put(field + "-en", text == null ? "" : nothing(text.en()));
        fields.put(field + "-fr", text == null ? "" : nothing(text.fr()));
    }

    private static String nothing(Object value) {
        return value == null ? "" : value.toString();
    }

    static String plain(BigDecimal amount) {
        var text = amount.stripTrailingZeros();
        return (text.scale() < 0 ? text.setScale(0) : text.scale() == 1 ? text.setScale(2) : text).toPlainString();
    }

    static String local(Instant moment, ZoneId zone) {
        return moment == null ? "" : LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
