package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.PublicRequest;
import app.regulars.review.Reviews;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes product cards with price, stock and stars: two statements at most, whatever the number. */
@Component
class Cards {

    /** On longer shelves only what is shown is priced for one customer. */
    private static final int MOST_OWN = 5_000;
    /** What was priced for one customer on a shelf that is longer than this is kept for some seconds: the next page is cut from it. */
    private static final int LONG = 500;

    private final Catalog catalog;
    private final Offers offers;
    private final Reviews reviews;
    private final int mostOwn;
    private final Cache<OwnShelf, Shelf> own = Caffeine.newBuilder().maximumSize(40).expireAfterWrite(Duration.ofSeconds(20)).build();

    /** A shelf of everybody is another one as soon as any price changes. */
    private record OwnShelf(Shelf shelf, CustomerId customer) {
    }

    @Autowired
    Cards(Catalog catalog, Offers offers, Reviews reviews) {
        this(catalog, offers, reviews, MOST_OWN);
    }

    /** @param mostOwn longer lists are not priced for one customer as a whole */
    Cards(Catalog catalog, Offers offers, Reviews reviews, int mostOwn) {
        this.reviews = reviews;
        this.catalog = catalog;
        this.offers = offers;
        this.mostOwn = mostOwn;
    }

    List<CardView> of(Collection<ProductCard> products) {
        var offered = offers(products);
        return products.stream().map(card -> CardView.of(card, offered, null, null, reviews.summary(card.id()))).toList();
    }

    /** @param handles in the order to show; what is not published, or not for this shopper, is left out */
    List<CardView> named(Collection<String> handles, Shopper shopper) {
        return of(catalog.cards(handles, shopper.viewer()));
    }

    /** @param reasons why each stands here by handle, in the order to show */
    List<CardView> because(Map<String, String> reasons, Shopper shopper) {
        var products = catalog.cardsByHandle(reasons.keySet(), shopper.viewer());
        var offered = offers(products.values());
        return products.entrySet().stream().map(entry -> CardView.of(entry.getValue(), offered, null, reasons.get(entry.getKey()), reviews.summary(entry.getValue().id()))).toList();
    }

    /** A list as whoever asks sees it: at her own prices where something is agreed with her, sorted and narrowed by them as far as the shelf is not too long; the list says so where it is. */
    Listing listing(PublicRequest request, Shelf shelf, List<String> sorts) {
        if (!offers.isPersonal(request.customer())) {
            return Listing.of(request, shelf, sorts);
        }
        return shelf.views().size() <= mostOwn ? Listing.of(request, own(shelf, request.customer()), sorts)
                : own(Listing.of(request, shelf, sorts), request.customer()).tooLongForOwnPrices();
    }

    private Shelf own(Shelf shelf, CustomerId customer) {
        return shelf.views().size() <= LONG ? new Shelf(own(shelf.views(), customer))
                : own.get(new OwnShelf(shelf, customer), key -> new Shelf(own(shelf.views(), customer)));
    }

    /** A list that was already cut. */
    Listing seen(Listing listing, CustomerId customer) {
        return offers.isPersonal(customer) ? own(listing, customer) : listing;
    }

    List<CardView> seen(List<CardView> views, CustomerId customer) {
        return offers.isPersonal(customer) ? own(views, customer) : views;
    }

    private Listing own(Listing listing, CustomerId customer) {
        var own = new HashMap<String, CardView>();
        own(listing.shown(), customer).forEach(view -> own.put(view.card().handle(), view));
        return listing.showing(view -> own.get(view.card().handle()));
    }

    private List<CardView> own(List<CardView> views, CustomerId customer) {
        var own = offers.own(offers(views.stream().map(CardView::card).toList()), customer);
        return views.stream().map(view -> CardView.of(view.card(), own, view.highlighted(), view.reason(), view.rating())).toList();
    }

    private Map<VariantId, Offer> offers(Collection<ProductCard> products) {
        var variants = new LinkedHashMap<VariantId, Boolean>();
        products.forEach(card -> card.choices().forEach(choice -> variants.put(choice.variant(), choice.backorderable())));
        return offers.of(variants);
    }
}
