package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.ProductCard;
import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.PublicRequest;
import app.regulars.review.ReviewSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTests {

    private static final List<String> SORTS = List.of("popular", "price", "name");

    @Test
    void offersRoundPriceRangesThatHoldEveryProductOnce() {
        var listing = Listing.of(request(Map.of()), new Shelf(products(30)), SORTS);
        assertThat(listing.bands()).hasSizeGreaterThan(1);
        assertThat(listing.bands().stream().mapToLong(Listing.Band::count).sum()).isEqualTo(30);
        assertThat(listing.shown()).hasSize(Listing.SIZE);
        assertThat(listing.pages()).isEqualTo(2);
    }

    @Test
    void narrowsByPriceAndStockAndIgnoresWhatItDoesNotKnow() {
        var all = products(30);
        var band = Listing.of(request(Map.of()), new Shelf(all), SORTS).bands().getFirst();
        var narrowed = Listing.of(request(Map.of("price", band.code(), "stock", "1")), new Shelf(all), SORTS);
        assertThat(narrowed.total()).isLessThan(band.count()).isPositive();
        assertThat(narrowed.shown()).allMatch(view -> view.offer().available() > 0);
        assertThat(Listing.of(request(Map.of("price", "1; drop table", "sort", "nonsense", "page", "-7")), new Shelf(all), SORTS).total()).isEqualTo(30);
    }

    @Test
    void sortsByPriceAndKeepsThoseWithoutOneLast() {
        var all = new ArrayList<>(products(5));
        all.addFirst(view("no-price", null, 1));
        var listing = Listing.of(request(Map.of("sort", "price")), new Shelf(all), SORTS);
        assertThat(listing.shown()).extracting(view -> view.card().handle()).startsWith("p1").endsWith("no-price");
    }

    @Test
    void keepsTheOtherParametersInItsLinks() {
        var listing = Listing.of(request(Map.of("q", "dark & strong", "page", "3", "stock", "1")), new Shelf(products(3)), SORTS);
        assertThat(listing.with("sort", "price")).isEqualTo("/c/coffee?q=dark+%26+strong&sort=price&stock=1");
        assertThat(listing.withoutFilters()).isEqualTo("/c/coffee?q=dark+%26+strong");
    }

    private static PublicRequest request(Map<String, String> parameters) {
        return new PublicRequest("/c/coffee", parameters, Locale.CANADA);
    }

    private static List<CardView> products(int count) {
        var views = new ArrayList<CardView>();
        for (int i = 1; i <= count; i++) {
            views.add(view("p" + i, i + ".50", i % 3));
        }
        return views;
    }

    private static CardView view(String handle, String price, int available) {
        var variant = VariantId.next();
        var each = price == null ? null : Money.of(price, "CAD");
        var choice = new ProductCard.Choice(variant, Localized.of(""), null, false);
        var card = new ProductCard(ProductId.next(), handle, Localized.of(handle), Localized.of(""), null, null, "sand", variant, true, Localized.of(""), null,
                false, List.of(choice), null);
        return CardView.of(card, Map.of(variant, new Offer(variant, each, each, available, false, List.of(), List.of())), null, null, ReviewSummary.NONE);
    }
}
