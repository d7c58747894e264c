package app.regulars.ordering.ui.customer;

import app.regulars.account.ui.ActingChoices;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.CartFile;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.TermsOfSale;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checkout on one page. What was typed is never lost; the button may be clicked as often as one likes. */
@Route("checkout")
@AnonymousAllowed
class CheckoutView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient Checkout checkout;
    private final transient MyOrders orders;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient ActingChoices choices;
    private final transient CustomerDirectory customers;
    private final transient Texts texts;
    private final transient TermsOfSale terms;
    private final Map<String, String> typed = new HashMap<>();
    private CartFile shown;
    private Checkout.Offer offer;
    private CheckoutResult.Placed placed;
    private CheckoutResult.Requested requested;

    CheckoutView(Templates templates, Checkout checkout, MyOrders orders, CurrentCart cart, CurrentUser user, ActingChoices choices, CustomerDirectory customers, Texts texts,
                 TermsOfSale terms) {
        super(templates);
        this.choices = choices;
        this.terms = terms;
        this.checkout = checkout;
        this.orders = orders;
        this.cart = cart;
        this.user = user;
        this.customers = customers;
        this.texts = texts;
        page().on("destination", values -> {
            var before = country();
            typed.remove("terms");
            typed.putAll(CheckoutFields.known(values));
            if (!country().equals(before)) {
                // a region of the one country says nothing in the other
                typed.remove("province");
                page().patch("#co-address", addressFields());
            }
            price();
            page().patch("#delivery", render("ordering/checkout-delivery.jte", Map.of("offer", offer)));
            sums();
        });
        page().on("delivery", values -> {
            typed.put("shipping", CheckoutFields.cut(values.get("value")));
            price();
            sums();
        });
        page().on("place", this::place);
        page().on("code", values -> code(() -> cart.enter(CheckoutFields.code(values.get("code")))));
        page().on("use-code", values -> code(() -> cart.enter(CheckoutFields.code(values.get("code")))));
        page().on("drop-code", values -> code(() -> cart.drop(CheckoutFields.code(values.get("code")))));
        page().on("act", values -> choices.act(user, values.get("id"), "/checkout"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.checkout.title"));
        shown = cart.file();
        placed = null;
        requested = null;
        if (shown.isEmpty() || shown.key() == null) {
            event.forwardTo("cart");
            return;
        }
        if (typed.isEmpty()) {
            me().map(me -> orders.prefilled(me, user.requirePerson())).ifPresent(form -> typed.putAll(CheckoutFields.of(form)));
            typed.putIfAbsent("locale", locale().toLanguageTag());
            typed.putIfAbsent("country", checkout.home());
        }
        price();
        update(null, Map.of());
    }

    private java.util.Optional<CustomerId> me() {
        return user.customer();
    }

    private String country() {
        return typed.getOrDefault("country", "");
    }

    private String addressFields() {
        var values = new HashMap<String, Object>(Map.of("prefix", "co-", "values", typed, "errors", Map.of(), "action", "destination", "served", checkout.countries()));
        return render("customer/address-parts.jte", values);
    }

    private void price() {
        var codes = shown.priced().codes().stream().map(PricedCart.Code::code).toList();
        offer = checkout.offer(shown.lines().stream().filter(CartFile.Line::isSold).map(line -> new Prices.Wish(line.variant(), line.quantity(), line.configuration())).toList(), codes,
                me().orElse(null), country(), CheckoutFields.blankToNull(typed.get("province")), typed.get("shipping"));
    }

    /** A code was typed or taken back; nothing else on the page changes. */
    private void code(Runnable change) {
        var problem = "";
        try {
            change.run();
        } catch (Refused refused) {
            problem = texts.get(locale(), refused.key(), refused.arguments());
        }
        shown = cart.file();
        price();
        page().patch("#code-part", render("pricing/codes.jte", Map.of("codes", offer.priced().codes(), "open", shown.open(), "problem", problem)));
        page().patch("#delivery", render("ordering/checkout-delivery.jte", Map.of("offer", offer)));
        sums();
        page().getElement().executeJs("setTimeout(()=>this.querySelector('#code')?.focus())");
    }

    private void sums() {
        page().patch("#sums", render("ordering/checkout-sums.jte", Map.of("offer", offer, "pieces", shown.pieces())));
        page().patch("#sticky-sum", render("ordering/checkout-sticky.jte", Map.of("offer", offer)));
    }

    private void place(Map<String, String> values) {
        if (placed != null) {
            done();
            return;
        }
        if (requested != null) {
            requested();
            return;
        }
        var owner = cart.owner().orElse(null);
        var seen = offer.priced().total().rounded();
        typed.remove("terms");
        typed.putAll(CheckoutFields.known(values));
        if (owner == null) {
            getUI().ifPresent(ui -> ui.navigate("cart"));
            return;
        }
        var company = me().flatMap(customers::find).map(card -> card.company()).orElse(null);
        CheckoutForm form = CheckoutFields.form(typed, company, locale());
        switch (checkout.place(owner, user.person().orElse(null), shown.key(), form, seen, cart.agent())) {
            case CheckoutResult.Placed ordered -> {
                placed = ordered;
                done();
            }
            case CheckoutResult.Requested asked -> {
                requested = asked;
                requested();
            }
            case CheckoutResult.PriceChanged changed -> again("price");
            case CheckoutResult.SoldOut soldOut -> again("stock");
            // its page says which, beside the field
            case CheckoutResult.WrongQuantity wrong -> getUI().ifPresent(ui -> ui.navigate("cart"));
            case CheckoutResult.EmptyCart empty -> getUI().ifPresent(ui -> ui.navigate("cart"));
            case CheckoutResult.Incomplete incomplete -> {
                price();
                update(null, errors(incomplete.problems()));
                page().getElement().executeJs("setTimeout(()=>this.querySelector('.errsum')?.focus())");
            }
        }
    }

    private void done() {
        Ordered.here(placed);
        cart.changed();
        getUI().ifPresent(ui -> Ordered.next(ui, placed));
    }

    /** It waits for somebody of the company now. */
    private void requested() {
        cart.changed();
        getUI().ifPresent(ui -> ui.navigate("my/approvals/" + requested.request()));
    }

    /** Nothing was ordered because something has changed meanwhile: shows what, with everything typed still there. */
    private void again(String notice) {
        shown = cart.file();
        price();
        update(notice, Map.of());
        page().getElement().executeJs("setTimeout(()=>this.querySelector('.co-notice')?.focus())");
    }

    private Map<String, String> errors(List<CheckoutResult.Problem> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(problem.field(), texts.get(locale(), problem.key(), CheckoutFields.readable(problem.arguments(), locale()))));
        return errors;
    }

    private void update(String notice, Map<String, String> errors) {
        var values = new HashMap<String, Object>();
        values.put("cart", shown);
        values.put("offer", offer);
        values.put("values", typed);
        values.put("errors", errors);
        values.put("notice", notice == null ? "" : notice);
        values.put("served", checkout.countries());
        values.put("signedIn", me().isPresent());
        values.put("methods", checkout.methods());
        values.put("acting", choices.of(user));
        values.put("terms", terms.inForce().orElse(0));
        values.put("beyond", checkout.isBeyond(user.person().orElse(null), me().orElse(null), offer.priced().total().rounded()));
        values.put("agree", terms.toAgree(me().orElse(null), user.person().orElse(null)).isPresent());
        show("ordering/checkout.jte", values);
    }
}
