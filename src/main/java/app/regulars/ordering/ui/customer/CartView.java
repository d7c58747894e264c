package app.regulars.ordering.ui.customer;

import app.regulars.ordering.CartFile;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.Companions;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.ShippingRates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;

/** What is in the cart; every change is kept at once. */
@Route("cart")
@AnonymousAllowed
class CartView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int COMPANIONS = 4;
    private static final int OTHERS = 2;

    private final transient CurrentCart cart;
    private final transient Companions companions;
    private final transient CurrentUser user;
    private final transient ShippingRates rates;
    private final transient Checkout checkout;
    private final transient Texts texts;
    private transient CartFile.Line removed;

    CartView(Templates templates, CurrentCart cart, Companions companions, CurrentUser user, ShippingRates rates, Checkout checkout, Texts texts) {
        super(templates);
        this.cart = cart;
        this.companions = companions;
        this.user = user;
        this.rates = rates;
        this.checkout = checkout;
        this.texts = texts;
        page().on("quantity", values -> set(values.get("variant"), values.get("value")));
        page().on("remove", values -> set(values.get("variant"), "0"));
        page().on("undo", values -> undo());
        page().on("code", values -> enter(values.getOrDefault("code", "")));
        page().on("use-code", values -> enter(values.getOrDefault("code", "")));
        page().on("drop-code", values -> {
            cart.drop(values.getOrDefault("code", ""));
            update();
        });
        page().on("companion", values -> addCompanion(values.getOrDefault("variant", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.cart.title"));
        removed = null;
        update();
    }

    /** What cannot be is said beside its field, with what was typed still in it. */
    private void set(String variant, String quantity) {
        var before = cart.file().lines().stream().filter(line -> line.key().equals(variant)).findFirst().orElse(null);
        if (before == null) {
            update();
            return;
        }
        try {
            var pieces = Quantities.of(quantity);
            cart.set(before.variant(), before.configuration(), pieces);
            removed = pieces == 0 ? before : null;
        } catch (Refused refused) {
            page().fieldError("q-" + before.key(), texts.get(locale(), refused.key(), refused.arguments()));
            return;
        }
        page().fieldError("q-" + before.key(), "");
        update();
        if (removed != null) {
            page().getElement().executeJs("setTimeout(()=>this.querySelector('#undo')?.focus())");
        }
    }

    /** Only what this page shows can be added from it. */
    private void addCompanion(String variant) {
        companions.of(cart.file(), user.customer().orElse(null), COMPANIONS, OTHERS).stream()
                .filter(companion -> companion.ready() && companion.variant().toString().equals(variant)).findFirst().ifPresent(companion -> {
                    try {
                        cart.addLeast(companion.variant());
                    } catch (Refused refused) {
                        Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
                    }
                });
        removed = null;
        update();
    }

    private void undo() {
        if (removed != null) {
            cart.add(removed.variant(), removed.configuration(), removed.quantity());
            removed = null;
        }
        update();
    }

    /** What becomes of the code is said in its line; what can be none is said beside the field. */
    private void enter(String typed) {
        try {
            cart.enter(CheckoutFields.code(typed));
            update();
        } catch (Refused refused) {
            update(texts.get(locale(), refused.key(), refused.arguments()), typed);
        }
        page().getElement().executeJs("setTimeout(()=>this.querySelector('#code')?.focus())");
    }

    private void update() {
        update("", "");
    }

    private void update(String codeProblem, String codeTyped) {
        var values = new HashMap<String, Object>();
        var file = cart.file();
        values.put("cart", file);
        values.put("companions", companions.of(file, user.customer().orElse(null), COMPANIONS, OTHERS));
        values.put("freeFrom", file.terms().freeFrom(rates.freeFrom()));
        values.put("terms", checkout.agreed(user.customer().orElse(null)).orElse(null));
        values.put("removed", removed);
        values.put("codeProblem", codeProblem);
        values.put("codeTyped", CheckoutFields.code(codeTyped));
        show("ordering/cart.jte", values);
    }
}
