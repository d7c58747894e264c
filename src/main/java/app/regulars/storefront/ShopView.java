package app.regulars.storefront;

import app.regulars.catalog.VariantId;
import app.regulars.arranging.ListStyle;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A page with product cards: what is on a card can be put into the cart from there. */
abstract class ShopView extends PublicView {

    private static final long serialVersionUID = 1L;

    private final transient ShopPages pages;
    private final transient CurrentCart cart;
    private transient PublicRequest asked;

    ShopView(ShopPages pages, CurrentCart cart) {
        super(pages);
        this.pages = pages;
        this.cart = cart;
        main().on("card", this::card).on("list-style", this::listStyle);
    }

    @Override
    protected CustomerId viewer() {
        return cart.customer().orElse(null);
    }

    @Override
    protected Optional<PublicPage> page(PublicRequest request) {
        return pages.page(request, shopper());
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        asked = request;
    }

    /** Who sits before this page now. */
    Shopper shopper() {
        return pages.shoppers().current();
    }

    CurrentCart cart() {
        return cart;
    }

    /** Remembered for who is signed in; for anybody else it stands in the address. */
    private void listStyle(Map<String, String> values) {
        var style = ListStyle.of(values.getOrDefault("style", "")).orElse(null);
        if (style == null || asked == null) {
            return;
        }
        var parameters = new HashMap<>(asked.parameters());
        if (pages.shoppers().choose(style)) {
            parameters.remove(Shoppers.VIEW);
        } else {
            parameters.put(Shoppers.VIEW, style.code());
        }
        var location = new Location(asked.path().substring(1), QueryParameters.simple(parameters));
        getUI().ifPresent(ui -> ui.navigate(location.getPath(), location.getQueryParameters()));
    }

    private void card(Map<String, String> values) {
        try {
            cart.addLeast(new VariantId(UUID.fromString(values.getOrDefault("variant", ""))));
            Notices.done(getTranslation("storefront.added.short"));
        } catch (IllegalArgumentException notAnId) {
            Notices.error(getTranslation("storefront.add.refused"));
        } catch (Refused refused) {
            Notices.error(refusal(refused));
        }
    }

    String refusal(Refused refused) {
        return getTranslation(refused.key(), refused.arguments().entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue())).toArray());
    }
}
