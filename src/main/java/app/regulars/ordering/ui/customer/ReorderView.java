package app.regulars.ordering.ui.customer;

import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.ReorderForm;
import app.regulars.ordering.TermsOfSale;
import app.regulars.ordering.ui.CodeTries;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Codes;
import app.regulars.pricing.DiscountSource;
import app.regulars.pricing.Prices;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order of before on one page, everything filled in: what has changed stands first, one button orders it. */
@Route("my/orders/:number/reorder")
@RouteAlias("my/reorder/:number")
@RolesAllowed(Roles.CUSTOMER)
class ReorderView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyOrders orders;
    private final transient Checkout checkout;
    private final transient CurrentUser user;
    private final transient CodeTries tries;
    private final transient Texts texts;
    private final transient TermsOfSale terms;
    private final Map<String, Integer> quantities = new LinkedHashMap<>();
    private transient ReorderForm form;
    private transient Checkout.Offer offer;
    private UUID key;
    private String shipping;
    private String reference;
    private String note;
    private boolean agreed;
    private final ArrayList<String> codes = new ArrayList<>();
    private CheckoutResult.Placed placed;

    ReorderView(Templates templates, MyOrders orders, Checkout checkout, CurrentUser user, CodeTries tries, Texts texts, TermsOfSale terms) {
        super(templates);
        this.orders = orders;
        this.terms = terms;
        this.checkout = checkout;
        this.user = user;
        this.tries = tries;
        this.texts = texts;
        page().on("quantity", values -> set(values.get("variant"), values.get("value")));
        page().on("take", values -> take(values.get("variant")));
        page().on("remove", values -> set(values.get("variant"), "0"));
        page().on("delivery", values -> {
            shipping = CheckoutFields.cut(values.get("value"));
            price();
            sums();
        });
        page().on("place", this::place);
        page().on("code", values -> enter(values.get("code")));
        page().on("use-code", values -> enter(values.get("code")));
        page().on("drop-code", values -> {
            codes.remove(Codes.normal(CheckoutFields.code(values.get("code"))));
            codes("");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var number = new OrderNumber(event.getRouteParameters().get("number").orElse(""));
        title(getTranslation("ordering.reorder.title"));
        placed = null;
        key = Ids.next();
        form = orders.reorder(me(), number);
        shipping = form.form().shippingOption();
        reference = form.form().purchaseReference();
        note = "";
        agreed = false;
        codes.clear();
        quantities.clear();
        form.lines().stream().filter(line -> line.now() != null).forEach(line -> quantities.put(line.key(), line.quantity()));
        price();
        update(null, Map.of());
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private List<Prices.Wish> wishes() {
        var wishes = new ArrayList<Prices.Wish>();
        form.lines().stream().filter(line -> line.variant() != null && quantities.getOrDefault(line.key(), 0) > 0)
                .forEach(line -> wishes.add(new Prices.Wish(line.variant(), quantities.get(line.key()), line.configuration())));
        return wishes;
    }

    private void price() {
        var address = form.form().address();
        offer = checkout.offer(wishes(), codes, me(), address == null ? checkout.home() : address.country(), address == null ? null : address.province(), shipping);
    }

    private void enter(String typed) {
        try {
            tries.one();
        } catch (Refused tooMany) {
            codes(texts.get(locale(), tooMany.key(), tooMany.arguments()));
            return;
        }
        var code = Codes.normal(CheckoutFields.code(typed));
        var fits = codes.contains(code) || codes.size() < Codes.MOST;
        if (!code.isEmpty() && fits && !codes.contains(code)) {
            codes.add(code);
        }
        codes(code.isEmpty() ? texts.get(locale(), "ordering.code.none") : fits ? "" : texts.get(locale(), "ordering.code.many", "most", Codes.MOST));
    }

    private void codes(String problem) {
        price();
        page().patch("#code-part", render("pricing/codes.jte", Map.of("codes", offer.priced().codes(), "open", open(), "problem", problem)));
        page().patch("#delivery", render("ordering/checkout-delivery.jte", Map.of("offer", offer)));
        sums();
        page().getElement().executeJs("setTimeout(()=>this.querySelector('#code')?.focus())");
    }

    /** What could be taken off without knowing a code, and is not yet. */
    private List<DiscountSource.Offered> open() {
        return checkout.open(me()).stream().filter(offered -> !codes.contains(offered.code())).toList();
    }

    /** As many of what took the place of something as there were of that. */
    private void take(String variant) {
        form.lines().stream().filter(line -> line.replaced() != null && line.key().equals(variant)).findFirst().ifPresent(line -> {
            set(variant, String.valueOf(line.available() == null ? line.before() : Math.min(line.before(), line.available())));
            page().patch("#acts-" + variant, render("ordering/reorder-acts.jte", Map.of("line", line, "pieces", quantities.get(variant))));
        });
    }

    private void set(String variant, String quantity) {
        if (!quantities.containsKey(variant)) {
            return;
        }
        try {
            var pieces = Quantities.of(quantity);
            if (pieces > 0) {
                form.lines().stream().filter(line -> line.key().equals(variant)).forEach(line -> line.quantities().check(pieces));
            }
            quantities.put(variant, pieces);
            page().fieldError("q-" + variant, "");
        } catch (Refused refused) {
            page().fieldError("q-" + variant, texts.get(locale(), refused.key(), refused.arguments()));
            return;
        }
        price();
        page().patch("#delivery", render("ordering/checkout-delivery.jte", Map.of("offer", offer)));
        page().patch("#code-part", render("pricing/codes.jte", Map.of("codes", offer.priced().codes(), "open", open())));
        offer.priced().lines().forEach(line -> page().patch("#each-" + line.variant().value(), render("pricing/amount.jte", Map.of("amount", line.each()))));
        sums();
    }

    private void sums() {
        page().patch("#sums", render("ordering/checkout-sums.jte", Map.of("offer", offer, "pieces", pieces())));
        page().patch("#sticky-sum", render("ordering/checkout-sticky.jte", Map.of("offer", offer)));
    }

    private int pieces() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void place(Map<String, String> values) {
        if (placed != null) {
            done();
            return;
        }
        var before = orders.by(user.requirePerson(), form.form());
        reference = CheckoutFields.cut(values.get("reference"));
        note = CheckoutFields.cut(values.get("note"));
        var now = new CheckoutForm(before.name(), before.company(), before.email(), before.phone(), before.address(), offer.chosen().code(), reference, note,
                locale(), before.payment()).wishing(CheckoutFields.wishes(CheckoutFields.known(values)));
        agreed = CheckoutFields.known(values).containsKey("terms");
        switch (checkout.place(new NewOrder(key, me(), user.requirePerson(), wishes(), List.copyOf(codes), now, offer.priced().total().rounded(), "reorder"))) {
            case CheckoutResult.Placed ordered -> {
                placed = ordered;
                done();
            }
            case CheckoutResult.Requested asked -> getUI().ifPresent(ui -> ui.navigate("my/approvals/" + asked.request()));
            case CheckoutResult.PriceChanged changed -> again("price");
            case CheckoutResult.SoldOut soldOut -> {
                var wanted = new LinkedHashMap<>(quantities);
                form = orders.reorder(me(), form.from());
                quantities.clear();
                form.lines().stream().filter(line -> line.now() != null).forEach(line -> {
                    var id = line.key();
                    var asked = wanted.getOrDefault(id, 0);
                    quantities.put(id, line.available() == null ? asked : Math.min(asked, line.available()));
                });
                again("stock");
            }
            case CheckoutResult.WrongQuantity wrong -> {
                again("numbers");
                form.lines().stream().filter(line -> wrong.variant().equals(line.variant())).forEach(line -> {
                    try {
                        wrong.quantities().check(quantities.getOrDefault(line.key(), 0));
                    } catch (Refused refused) {
                        page().fieldError("q-" + line.key(), texts.get(locale(), refused.key(), refused.arguments()));
                    }
                });
            }
            case CheckoutResult.EmptyCart empty -> again("empty");
            case CheckoutResult.Incomplete incomplete -> {
                var errors = new LinkedHashMap<String, String>();
                incomplete.problems().forEach(problem -> errors.putIfAbsent(problem.field(), texts.get(locale(), problem.key(), CheckoutFields.readable(problem.arguments(), locale()))));
                price();
                update(null, errors);
                page().getElement().executeJs("setTimeout(()=>this.querySelector('.errsum')?.focus())");
            }
        }
    }

    private void done() {
        Ordered.here(placed);
        getUI().ifPresent(ui -> Ordered.next(ui, placed));
    }

    private void again(String notice) {
        price();
        update(notice, Map.of());
        page().getElement().executeJs("setTimeout(()=>this.querySelector('.co-notice')?.focus())");
    }

    private void update(String notice, Map<String, String> errors) {
        var values = new HashMap<String, Object>();
        values.put("form", form);
        values.put("quantities", Map.copyOf(quantities));
        values.put("offer", offer);
        values.put("open", open());
        values.put("pieces", pieces());
        values.put("values", Map.of("reference", reference == null ? "" : reference, "note", note == null ? "" : note));
        values.put("errors", errors);
        values.put("terms", terms.inForce().orElse(0));
        values.put("agree", terms.toAgree(me(), user.requirePerson()).isPresent());
        values.put("agreed", agreed);
        values.put("notice", notice == null ? "" : notice);
        show("ordering/reorder.jte", values);
    }
}
