package app.regulars.reordering.ui.customer;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Viewers;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import app.regulars.reordering.MyShoppingLists;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts an article (?v=), the cart (?from=cart) or an order (?order=) onto one of my lists, or a new one. */
@Route("my/lists/add")
@RolesAllowed(Roles.CUSTOMER)
class AddToListView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient MyShoppingLists lists;
    private final transient MyOrders orders;
    private final transient Catalog catalog;
    private final transient Viewers viewers;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;

    AddToListView(Templates templates, MyShoppingLists lists, MyOrders orders, Catalog catalog, Viewers viewers, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.lists = lists;
        this.orders = orders;
        this.catalog = catalog;
        this.viewers = viewers;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("add", this::add);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.add.title"));
        refresh("", Map.of());
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private List<Prices.Wish> wishes() {
        if (!parameter("order").isEmpty()) {
            return orders.reorder(me(), new OrderNumber(parameter("order"))).lines().stream().filter(line -> line.now() != null && line.replaced() == null)
                    .map(line -> new Prices.Wish(line.variant(), Math.max(1, line.before()), line.configuration())).toList();
        }
        if ("cart".equals(parameter("from"))) {
            return cart.file().lines().stream().filter(line -> line.isSold()).map(line -> new Prices.Wish(line.variant(), line.quantity(), line.configuration())).toList();
        }
        if (parameter("v").isEmpty()) {
            return List.of();
        }
        // what she cannot see in the shop is not named here either
        var variant = catalog.bySku(parameter("v")).map(each -> catalog.variants(List.of(each.id()), viewers.of(me())).get(each.id()))
                .filter(each -> each.sellable()).orElseThrow(NotFound::new);
        return List.of(new Prices.Wish(variant.id(), Math.max(variant.quantities().least(), number("q", 1, 1, 999))));
    }

    private void add(Map<String, String> values) {
        var chosen = values.getOrDefault("list", "");
        try {
            var wishes = wishes();
            var id = NEW.equals(chosen) ? lists.create(me(), values.get("name")) : UUID.fromString(chosen);
            try {
                lists.add(me(), id, wishes);
            } catch (Refused refused) {
                if (NEW.equals(chosen)) {
                    lists.remove(me(), id);
                }
                throw refused;
            }
            Notices.done(getTranslation("reordering.add.done", "count", wishes.size()));
            getUI().ifPresent(ui -> ui.navigate("my/lists/" + id));
        } catch (Refused refused) {
            refresh(chosen, Map.of("name".equals(refused.field()) ? "name" : "list", texts.get(locale(), refused.key(), refused.arguments()), "typed", values.getOrDefault("name", "")));
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        } catch (IllegalArgumentException | NotFound none) {
            refresh(chosen, Map.of("list", getTranslation("reordering.add.choose")));
        }
    }

    private void refresh(String chosen, Map<String, String> said) {
        var model = new HashMap<String, Object>();
        var wishes = wishes();
        var known = catalog.variants(wishes.stream().map(Prices.Wish::variant).toList());
        model.put("lists", lists.all(me()));
        model.put("wishes", wishes);
        model.put("variants", known);
        model.put("chosen", chosen);
        model.put("said", said);
        show("reordering/add.jte", model);
    }
}
