package app.regulars.ordering.ui.customer;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.ShippingRates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.UUID;

/** What is in the cart; every change is kept at once. */
@Route("cart")
@AnonymousAllowed
class CartView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CurrentCart cart;
    private final transient ShippingRates rates;
    private final transient Texts texts;

    CartView(Templates templates, CurrentCart cart, ShippingRates rates, Texts texts) {
        super(templates);
        this.cart = cart;
        this.rates = rates;
        this.texts = texts;
        page().on("quantity", values -> set(values.get("variant"), values.get("value")));
        page().on("remove", values -> set(values.get("variant"), "0"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.cart.title"));
        update();
    }

    private void set(String variant, String quantity) {
        try {
            cart.set(new VariantId(UUID.fromString(variant)), Quantities.of(quantity));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        update();
    }

    private void update() {
        show("ordering/cart.jte", Map.of("cart", cart.file(), "freeFrom", rates.freeFrom()));
    }
}
