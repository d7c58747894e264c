package app.regulars.assortment;

import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.Combinations;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.Quantities;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.text.Slug;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads a product from the fields of its form (which {@link ProductFields} fills), and names everything that is wrong, beside its field. */
public final class ProductSheet {

    static final int NAME = 200;
    static final int LINE = 300;
    static final int TEXT = 20_000;
    static final int MOST_GRAMS = 1_000_000;
    static final int MOST_PIECES = 100_000;
    public static final List<String> RELATIONS = List.of("goes-with", "instead-of", "upgrade", "better-than", "spare-part");
    public static final List<String> BACKDROPS = List.of("sand", "mist", "clay", "butter", "sage");
    public static final List<String> TAXES = List.of("standard", "basic-grocery");
    public static final List<String> MEASURES = List.of("g", "ml", "piece");

    private ProductSheet() {
    }

    /**
     * What was read.
     *
     * @param form     null where something is wrong
     * @param category a category to be made first, or null
     * @param prices   by article number, those that were typed
     * @param stock    pieces on hand by article number, those that were typed
     * @param problems by field
     */
    public record Read(ProductForm form, CategoryForm category, Map<String, BigDecimal> prices, Map<String, Integer> stock, Map<String, Refused> problems) {
    }

    /** @param base as the product stands, of which the form does not show everything; null for a new one */
    public static Read read(Map<String, String> fields, ProductForm base, Instant now, ZoneId zone) {
        var typed = new Typed(fields);
        var name = new Localized(typed.required("name-en", NAME), blankIsNull(typed.text("name-fr", NAME)));
        var handle = base != null ? base.handle() : handle(typed, name.en());
        var category = category(typed);
        var options = options(typed);
        var prices = new LinkedHashMap<String, BigDecimal>();
        var stock = new LinkedHashMap<String, Integer>();
        var variants = variants(typed, base, options, prices, stock);
        var art = typed.text("art");
        if (!art.isEmpty() && (!isOurs(art) || art.endsWith(".pdf"))) {
            typed.refuse("art", "assortment.picture", Map.of());
        }
        var from = from(typed, base, now, zone);
        var until = moment(typed, "until", zone, base == null ? null : base.retireAt());
        var gallery = Arrays.stream(typed.text("gallery").split("\\s+")).filter(address -> !address.isEmpty()).distinct().toList();
        if (gallery.size() > 12 || !gallery.stream().allMatch(ProductSheet::isOurs)) {
            typed.refuse("gallery", "assortment.picture", Map.of());
        }
        var retireAt = "retired".equals(typed.text("state")) && base != null ? base.retireAt() : until;
        if (from != null && retireAt != null && !retireAt.isAfter(from)) {
            typed.refuse("until", "catalog.life.order", Map.of());
        }
        var form = new ProductForm(handle, category == null ? blankIsNull(typed.text("category")) : category.slug(),
                Arrays.stream(typed.text("also").split("\n")).map(String::strip).filter(slug -> !slug.isEmpty()).distinct().toList(), name,
                both(typed, "tagline", LINE), both(typed, "description", TEXT), blankIsNull(art), both(typed, "alt", LINE), one(typed, "backdrop", BACKDROPS),
                gallery, one(typed, "tax", TAXES), options, variants, base == null ? Map.of() : base.dials(), specs(typed), relations(typed, handle),
                both(typed, "keywords", 2_000), typed.ticked("popular"), from, base == null ? List.of() : base.rules(), base == null ? List.of() : base.inputs(),
                shipping(typed, base), base == null ? java.util.Set.of() : base.groups(), retireAt);
        return new Read(typed.problems().isEmpty() ? form : null, category, prices, stock, typed.problems());
    }

    private static boolean isOurs(String address) {
        return address.length() <= 300 && address.matches("/(art|media)/[A-Za-z0-9][A-Za-z0-9._/-]*") && !address.contains("..");
    }

    private static String handle(Typed typed, String name) {
        var wanted = typed.text("handle").isEmpty() ? Slug.of(name, 80) : typed.text("handle");
        if (!wanted.matches("[a-z0-9]+(-[a-z0-9]+)*") || wanted.length() > 120) {
            typed.refuse("handle", "assortment.handle", Map.of());
        }
        return wanted;
    }

    private static CategoryForm category(Typed typed) {
        if (!"new".equals(typed.text("category"))) {
            return null;
        }
        var name = new Localized(typed.required("category-en", 120), blankIsNull(typed.required("category-fr", 120)));
        var slug = Slug.of(name.en(), 80);
        if (slug.isEmpty() && !name.en().isEmpty() || slug.equals("new")) {
            typed.refuse("category-en", "assortment.handle", Map.of());
        }
        return new CategoryForm(slug, blankIsNull(typed.text("category-under")), one(typed, "backdrop", BACKDROPS), 100, name, Localized.of(""));
    }

    /** Options that have a name, with the values that have one; the codes of known ones stay. */
    public static List<ProductForm.Option> options(Map<String, String> fields) {
        return options(new Typed(fields));
    }

    private static List<ProductForm.Option> options(Typed typed) {
        var options = new ArrayList<ProductForm.Option>();
        var codes = new LinkedHashSet<String>();
        for (var row : typed.rows("o")) {
            var at = "o" + row;
            var values = new ArrayList<ProductForm.Value>();
            var valueCodes = new LinkedHashSet<String>();
            for (var value : typed.rows(at + "v")) {
                var field = at + "v" + value;
                if (typed.any(field + "-en", field + "-fr")) {
                    var name = new Localized(typed.required(field + "-en", 120), blankIsNull(typed.text(field + "-fr", 120)));
                    values.add(new ProductForm.Value(code(typed, field, name.en(), valueCodes), name));
                }
            }
            if (values.isEmpty() && !typed.any(at + "-en", at + "-fr")) {
                continue;
            }
            var name = new Localized(typed.required(at + "-en", 120), blankIsNull(typed.text(at + "-fr", 120)));
            if (values.isEmpty()) {
                typed.refuse(at + "v0-en", "assortment.values", Map.of());
            }
            options.add(new ProductForm.Option(code(typed, at, name.en(), codes), name, values));
        }
        return options;
    }

    private static String code(Typed typed, String field, String name, LinkedHashSet<String> taken) {
        var known = typed.text(field + "-code");
        var code = known.matches("[a-z0-9][a-z0-9-]{0,80}") ? known : Slug.of(name, 60);
        if (!name.isEmpty() && (code.isEmpty() || !taken.add(code))) {
            typed.refuse(field + "-en", "assortment.twice", Map.of());
        }
        return code;
    }

    private static List<ProductForm.Variant> variants(Typed typed, ProductForm base, List<ProductForm.Option> options, Map<String, BigDecimal> prices,
                                                      Map<String, Integer> stock) {
        var variants = new ArrayList<ProductForm.Variant>();
        var numbers = new LinkedHashSet<String>();
        var choices = new LinkedHashSet<Map<String, String>>();
        for (var row : typed.rows("v")) {
            var at = "v" + row;
            if (!typed.any(at + "-sku", at + "-price", at + "-grams", at + "-stock")) {
                continue;
            }
            var sku = typed.required(at + "-sku", 64).toUpperCase(java.util.Locale.ROOT);
            if (!sku.isEmpty() && (!sku.matches("[A-Z0-9][A-Z0-9._/-]*") || !numbers.add(sku))) {
                typed.refuse(at + "-sku", sku.matches("[A-Z0-9][A-Z0-9._/-]*") ? "assortment.sku.twice" : "assortment.sku", Map.of());
            }
            var chosen = chosen(typed.text(at + "-choice"), options);
            if (chosen.size() < options.size() || !choices.add(chosen)) {
                typed.refuse(at + "-sku", "assortment.choice", Map.of());
            }
            var price = typed.amount(at + "-price", 2);
            if (price != null) {
                prices.put(sku, price);
            }
            var pieces = typed.whole(at + "-stock", MOST_PIECES);
            if (pieces != null) {
                stock.put(sku, pieces);
            }
            var grams = typed.whole(at + "-grams", MOST_GRAMS);
            var known = base == null ? null : base.variants().stream().filter(variant -> variant.sku().equals(typed.text(at + "-was"))).findFirst().orElse(null);
            variants.add(new ProductForm.Variant(sku, chosen, unit(typed, at), grams == null ? 0 : grams, typed.ticked(at + "-later"),
                    known == null ? Quantities.ANY : known.quantities(), known == null ? null : known.leadDays()));
        }
        if (variants.isEmpty()) {
            typed.refuse("v0-sku", "assortment.empty", Map.of());
        }
        return variants;
    }

    private static ProductForm.Unit unit(Typed typed, String at) {
        var quantity = typed.amount(at + "-unit", 3);
        if (quantity == null || quantity.signum() == 0) {
            return null;
        }
        var measure = MEASURES.contains(typed.text(at + "-measure")) ? typed.text(at + "-measure") : "g";
        var per = typed.amount(at + "-per", 3);
        return new ProductForm.Unit(quantity, measure, per != null && per.signum() > 0 ? per : "piece".equals(measure) ? BigDecimal.ONE : new BigDecimal(100));
    }

    private static List<ProductForm.Spec> specs(Typed typed) {
        var specs = new ArrayList<ProductForm.Spec>();
        for (var row : typed.rows("s")) {
            var at = "s" + row;
            if (typed.any(at + "-name-en", at + "-name-fr", at + "-value-en", at + "-value-fr")) {
                typed.required(at + "-name-en", 120);
                typed.required(at + "-value-en", LINE);
                specs.add(new ProductForm.Spec(both(typed, at + "-name", 120), both(typed, at + "-value", LINE)));
            }
        }
        return specs;
    }

    private static List<ProductForm.Relation> relations(Typed typed, String handle) {
        var relations = new ArrayList<ProductForm.Relation>();
        for (var row : typed.rows("r")) {
            var at = "r" + row;
            if (typed.any(at + "-other", at + "-why-en", at + "-why-fr")) {
                typed.required(at + "-why-en", LINE);
                typed.required(at + "-why-fr", LINE);
                if (typed.required(at + "-other", 120).equals(handle)) {
                    typed.refuse(at + "-other", "catalog.life.successor", Map.of());
                }
                relations.add(new ProductForm.Relation(one(typed, at + "-kind", RELATIONS), typed.text(at + "-other"), both(typed, at + "-why", LINE)));
            }
        }
        return relations;
    }

    private static ProductForm.Shipping shipping(Typed typed, ProductForm base) {
        return typed.any("length", "width", "height", "note-en", "note-fr") ? new ProductForm.Shipping(typed.whole("length", 10_000), typed.whole("width", 10_000),
                typed.whole("height", 10_000), both(typed, "note", LINE)) : null;
    }

    private static Instant from(Typed typed, ProductForm base, Instant now, ZoneId zone) {
        return switch (typed.text("state")) {
            case "now" -> now;
            case "shown", "retired" -> base == null ? null : base.publishedAt();
            case "at" -> {
                var at = moment(typed, "from", zone, base == null ? null : base.publishedAt());
                if (at == null) {
                    typed.refuse("from", "console.product.moment", Map.of());
                }
                yield at;
            }
            default -> null;
        };
    }

    /** @param known is kept to the second where the field still shows it */
    private static Instant moment(Typed typed, String field, ZoneId zone, Instant known) {
        if (known != null && typed.text(field).equals(ProductFields.local(known, zone))) {
            return known;
        }
        try {
            return typed.text(field).isEmpty() ? null : LocalDateTime.parse(typed.text(field)).atZone(zone).toInstant();
        } catch (DateTimeException notOne) {
            typed.refuse(field, "console.product.moment", Map.of());
            return null;
        }
    }

    /** The fields with a row for each combination of the options that were typed; rows of combinations that stay keep what was typed. */
    public static Map<String, String> withVariants(Map<String, String> fields, ProductForm base) {
        var typed = new Typed(fields);
        var options = options(typed);
        var byChoice = new LinkedHashMap<Map<String, String>, Integer>();
        var rows = typed.rows("v");
        rows.forEach(row -> byChoice.putIfAbsent(chosen(typed.text("v" + row + "-choice"), options), row));
        var first = rows.isEmpty() ? null : "v" + rows.getFirst();
        var made = new LinkedHashMap<>(fields);
        rows.forEach(row -> List.of("sku", "was", "choice", "price", "stock", "stock-was", "grams", "later", "unit", "measure", "per").forEach(part -> made.remove("v" + row + "-" + part)));
        var start = first == null ? "" : typed.text(first + "-sku");
        var beginning = start.isEmpty() ? Slug.of(typed.text("name-en"), 12).toUpperCase(java.util.Locale.ROOT) : start;
        var combinations = Combinations.of(options, base == null ? List.of() : base.rules());
        var all = combinations.isEmpty() ? List.of(Map.<String, String>of()) : combinations;
        for (int i = 0; i < all.size(); i++) {
            var row = byChoice.get(all.get(i));
            var from = row != null ? "v" + row : first;
            for (var part : List.of("sku", "was", "price", "stock", "stock-was", "grams", "later", "unit", "measure", "per")) {
                made.put("v" + i + "-" + part, from == null || row == null && List.of("was", "stock", "stock-was").contains(part) ? "" : typed.text(from + "-" + part));
            }
            if (row == null) {
                made.put("v" + i + "-sku", (beginning + "-" + String.join("-", all.get(i).values())).toUpperCase(java.util.Locale.ROOT));
            }
            made.put("v" + i + "-choice", choice(all.get(i)));
        }
        return made;
    }

    /** "weight=340-g;grind=whole" as the hidden field has it. */
    static String choice(Map<String, String> chosen) {
        return String.join(";", chosen.entrySet().stream().map(part -> part.getKey() + "=" + part.getValue()).toList());
    }

    public static Map<String, String> chosen(String choice, List<ProductForm.Option> options) {
        var chosen = new LinkedHashMap<String, String>();
        var parts = new LinkedHashMap<String, String>();
        Arrays.stream(choice.split(";")).map(part -> part.split("=", 2)).filter(part -> part.length == 2).forEach(part -> parts.put(part[0], part[1]));
        options.stream().filter(option -> option.values().stream().anyMatch(value -> value.code().equals(parts.get(option.code()))))
                .forEach(option -> chosen.put(option.code(), parts.get(option.code())));
        return chosen;
    }

    private static String one(Typed typed, String field, List<String> allowed) {
        return allowed.contains(typed.text(field)) ? typed.text(field) : allowed.getFirst();
    }

    private static Localized both(Typed typed, String field, int longest) {
        return new Localized(typed.text(field + "-en", longest), blankIsNull(typed.text(field + "-fr", longest)));
    }

    private static String blankIsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
