package app.regulars.pricing;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductId;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.VariantPlaces;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What staff name by article number, address, slug or customer number, and what it is called. */
@Component
class Targets {

    private final Catalog catalog;
    private final VariantPlaces places;
    private final CustomerDirectory customers;
    private final CustomerGroups groups;

    Targets(Catalog catalog, VariantPlaces places, CustomerDirectory customers, CustomerGroups groups) {
        this.catalog = catalog;
        this.places = places;
        this.customers = customers;
        this.groups = groups;
    }

    /** @param kind of {@link Scope.Kind} @param typed an article number, the last part of a product's address, or a category's */
    Scope scope(String kind, String typed, String field) {
        var text = typed == null ? "" : typed.strip();
        try {
            return switch (Scope.Kind.valueOf(String.valueOf(kind))) {
                case ALL -> Scope.ALL;
                case VARIANT -> Scope.of(variant(text, field).id());
                case PRODUCT -> Scope.of(catalog.product(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown("product", field)).id());
                case CATEGORY -> Scope.category(catalog.category(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown("category", field)).slug());
            };
        } catch (IllegalArgumentException notAKind) {
            throw unknown("scope", field);
        }
    }

    SellableVariant variant(String sku, String field) {
        return catalog.bySku(sku).orElseThrow(() -> unknown("variant", field));
    }

    /** @param kind of {@link Audience.Kind} @param typed a customer's number or address, or a group's code */
    Audience audience(String kind, String typed, String field) {
        try {
            return switch (Audience.Kind.valueOf(String.valueOf(kind))) {
                case EVERYBODY -> Audience.EVERYBODY;
                case CUSTOMER -> Audience.of(customer(typed, field).id());
                case GROUP -> Audience.of(groups.find(typed == null ? "" : typed.strip()).orElseThrow(() -> unknown("group", field)).id());
            };
        } catch (IllegalArgumentException notAKind) {
            throw unknown("audience", field);
        }
    }

    CustomerCard customer(String typed, String field) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw unknown("customer", field);
        }
        return customers.findByNumber(text).or(() -> customers.findByEmail(text)).orElseThrow(() -> unknown("customer", field));
    }

    private static Refused unknown(String what, String field) {
        return new Refused("pricing.refused.unknown-" + what, field, Map.of());
    }

    /** How a scope is called, and what has to be typed to name it. */
    record Named(Localized name, String typed) {
    }

    /** Two statements at most, whatever the number. */
    Map<Scope, Named> names(Collection<Scope> scopes) {
        var variants = catalog.variants(scopes.stream().filter(scope -> scope.kind() == Scope.Kind.VARIANT).map(scope -> new VariantId(UUID.fromString(scope.target()))).distinct().toList());
        var products = places.products(scopes.stream().filter(scope -> scope.kind() == Scope.Kind.PRODUCT).map(scope -> new ProductId(UUID.fromString(scope.target()))).distinct().toList());
        var names = new HashMap<Scope, Named>();
        for (var scope : scopes) {
            switch (scope.kind()) {
                case VARIANT -> {
                    var variant = variants.get(new VariantId(UUID.fromString(scope.target())));
                    if (variant != null) {
                        names.put(scope, new Named(with(variant.name(), variant.options()), variant.sku()));
                    }
                }
                case PRODUCT -> {
                    var product = products.get(new ProductId(UUID.fromString(scope.target())));
                    if (product != null) {
                        names.put(scope, new Named(product.name(), product.handle()));
                    }
                }
                case CATEGORY -> catalog.category(scope.target()).ifPresent(category -> names.put(scope, new Named(category.name(), category.slug())));
                case ALL -> names.put(scope, new Named(null, ""));
            }
            names.putIfAbsent(scope, new Named(Localized.of(scope.target()), ""));
        }
        return names;
    }

    private static Localized with(Localized name, Localized options) {
        return options == null || options.en() == null || options.en().isBlank() ? name
                : new Localized(name.en() + ", " + options.en(), name.in(Locale.CANADA_FRENCH) + ", " + options.in(Locale.CANADA_FRENCH));
    }

    /** How those something is for are called: a group by its name, a customer by hers; in the order asked for. */
    Map<Audience, NamedAudience> audiences(Collection<Audience> whom) {
        var cards = customers.cards(whom.stream().filter(each -> each.kind() == Audience.Kind.CUSTOMER).map(each -> new CustomerId(each.id())).distinct().toList());
        var known = new HashMap<GroupId, app.regulars.customer.CustomerGroup>();
        if (whom.stream().anyMatch(each -> each.kind() == Audience.Kind.GROUP)) {
            groups.all().forEach(group -> known.put(group.id(), group));
        }
        var names = new LinkedHashMap<Audience, NamedAudience>();
        for (var each : whom) {
            var name = switch (each.kind()) {
                case EVERYBODY -> new NamedAudience(each, null, "");
                case CUSTOMER -> {
                    var card = cards.get(new CustomerId(each.id()));
                    yield card == null ? new NamedAudience(each, Localized.of("?"), "") : new NamedAudience(each, Localized.of(card.displayName()), card.number());
                }
                case GROUP -> {
                    var group = known.get(new GroupId(each.id()));
                    yield group == null ? new NamedAudience(each, Localized.of("?"), "") : new NamedAudience(each, group.name(), group.code());
                }
            };
            names.put(each, name);
        }
        return names;
    }
}
