package app.regulars.reordering.ui.customer;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import app.regulars.reordering.MailedBaskets;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** The filled basket of a reminder: opening it changes nothing; one button takes it to the checkout. */
@Route("basket/:token")
@AnonymousAllowed
class BasketView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MailedBaskets baskets;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String token = "";

    BasketView(Templates templates, MailedBaskets baskets, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.baskets = baskets;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("go", this::go);
        page().on("stop", values -> {
            baskets.stop(token);
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('#stopped')?.focus())");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.basket.title"));
        token = event.getRouteParameters().get("token").orElse("");
        refresh();
    }

    private void go(Map<String, String> values) {
        var basket = baskets.open(token, user.customer().orElse(null)).filter(each -> each.file() != null).orElse(null);
        if (basket == null) {
            refresh();
            return;
        }
        var wishes = new ArrayList<Prices.Wish>();
        for (var line : basket.file().lines()) {
            var typed = values.getOrDefault("q-" + line.line().key(), "").strip();
            var pieces = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : line.putting();
            if (line.canBePut() && pieces > 0) {
                wishes.add(new Prices.Wish(line.line().variant(), pieces, line.line().configuration()));
            }
        }
        var left = Putting.into(cart, wishes, texts, locale());
        if (left.size() < wishes.size()) {
            getUI().ifPresent(ui -> ui.navigate(left.isEmpty() && !basket.file().lines().isEmpty() ? "checkout" : "cart"));
        }
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("basket", baskets.open(token, user.customer().orElse(null)).orElse(null));
        model.put("signedIn", user.customer().isPresent());
        model.put("token", token);
        show("reordering/basket.jte", model);
    }
}
