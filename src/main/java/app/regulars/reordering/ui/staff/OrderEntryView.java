package app.regulars.reordering.ui.staff;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDesk;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.NewQuote;
import app.regulars.quoting.QuoteDesk;
import app.regulars.reordering.OrderEntryDesk;
import app.regulars.reordering.QuickOrder;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an order for a customer: articles by number, her prices, where it goes, and how it came. The button may be pressed twice. */
@Route("console/order-entry")
@Menu(title = "reordering.entry.menu", order = 11, icon = "bag")
@RolesAllowed(Permissions.ORDERS_CHANGE)
class OrderEntryView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 20_000;
    /** For how long a quote holds where nobody says anything else. */
    private static final int QUOTED_DAYS = 30;

    /** So many are shown where several answer to what was typed. */
    private static final int SHOWN = 8;

    private final transient OrderEntryDesk desk;
    private final transient CustomerDesk customers;
    private final transient QuoteDesk quotes;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private transient OrderEntryDesk.Begun begun;
    private transient List<CustomerCard> found = List.of();
    private transient QuickOrder.Read read;
    private transient Checkout.Offer offer;
    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, String> errors = new HashMap<>();
    private UUID key;
    private CheckoutResult.Placed placed;

    OrderEntryView(Templates templates, OrderEntryDesk desk, CustomerDesk customers, QuoteDesk quotes, CurrentUser user, Texts texts, Shop shop) {
        super(templates);
        this.shop = shop;
        this.desk = desk;
        this.customers = customers;
        this.quotes = quotes;
        this.user = user;
        this.texts = texts;
        page().on("begin", values -> change(Map.of("customer", values.getOrDefault("customer", "").strip())));
        page().on("usual", values -> {
            keep(values);
            var lines = typed.getOrDefault("lines", "").strip();
            typed.put("lines", (lines.isEmpty() ? "" : lines + "\n") + values.getOrDefault("line", ""));
            look();
            refresh("");
        });
        page().on("delivery", values -> {
            keep(values);
            typed.put("shipping", cut(values.getOrDefault("value", "")));
            look();
            refresh("");
        });
        page().on("elsewhere", values -> {
            var before = typed.getOrDefault("country", "");
            keep(values);
            if (!before.equals(typed.getOrDefault("country", ""))) {
                typed.remove("province");
            }
            look();
            refresh("");
            getElement().executeJs("setTimeout(()=>this.querySelector('#to-' + $0)?.focus())", values.getOrDefault("changed", "country"));
        });
        page().on("place", this::place);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.entry.title"));
        typed.clear();
        begun = null;
        found = List.of();
        read = null;
        offer = null;
        placed = null;
        key = Ids.next();
        var problem = "";
        if (!parameter("customer").isEmpty()) {
            try {
                begun = desk.begin(parameter("customer"));
                typed.put("shipping", begun.form().shippingOption() == null ? "" : begun.form().shippingOption());
                typed.put("until", LocalDate.ofInstant(begun.at(), shop.zone()).plusDays(QUOTED_DAYS).toString());
                typed.put("reference", begun.form().purchaseReference() == null ? "" : begun.form().purchaseReference());
            } catch (NotFound noNumber) {
                found = user.may(Permissions.CUSTOMERS_SEE) ? customers.search(parameter("customer"), 0, SHOWN) : List.of();
                problem = found.isEmpty() ? getTranslation("reordering.entry.customer.none") : "";
            }
        }
        refresh(problem);
    }

    private void keep(Map<String, String> values) {
        for (var name : List.of("lines", "channel", "reference", "note", "shipping", "until", "agent", "recipient", "line1", "line2", "city", "province", "postalCode", "country")) {
            if (values.containsKey(name)) {
                typed.put(name, cut(values.get(name)));
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** As typed, else the one that is known. */
    private PostalAddress address() {
        if (typed.getOrDefault("line1", "").isBlank()) {
            return begun.form().address();
        }
        var recipient = typed.getOrDefault("recipient", "");
        return new PostalAddress(recipient.isBlank() ? begun.form().name() : recipient, typed.get("line1"), typed.get("line2"), typed.get("city"), typed.get("province"),
                typed.get("postalCode"), typed.get("country"));
    }

    private CheckoutForm form() {
        var known = begun.form();
        var option = typed.getOrDefault("shipping", "");
        return new CheckoutForm(known.name(), known.company(), known.email(), known.phone(), address(), option.isEmpty() ? null : option,
                typed.getOrDefault("reference", ""), typed.getOrDefault("note", ""), known.locale());
    }

    private void look() {
        if (begun == null) {
            return;
        }
        read = desk.read(begun.customer(), typed.getOrDefault("lines", ""));
        offer = read.file().wishes().isEmpty() ? null : desk.offer(begun.customer(), read.file().wishes(), form());
        if (offer != null) {
            typed.put("shipping", offer.chosen().code());
        }
    }

    private void place(Map<String, String> values) {
        if (begun == null || placed != null) {
            refresh("");
            return;
        }
        if ("look".equals(values.get("do"))) {
            keep(values);
            look();
            refresh("");
            getElement().executeJs("setTimeout(()=>this.querySelector('#entry-sum')?.focus())");
            return;
        }
        var seen = offer == null ? null : offer.priced().total().rounded();
        var before = typed.getOrDefault("lines", "");
        keep(values);
        if (offer == null || !before.equals(typed.get("lines"))) {
            look();
            refresh(offer == null ? getTranslation("reordering.entry.empty") : getTranslation("reordering.entry.price"));
            return;
        }
        if ("quote".equals(values.get("do"))) {
            quote(seen);
            return;
        }
        try {
            switch (desk.place(key, begun.customer(), read.file().wishes(), form(), seen, typed.getOrDefault("channel", ""), typed.getOrDefault("agent", ""), begun.at(), user.requireStaff())) {
                case CheckoutResult.Placed done -> {
                    placed = done;
                    refresh("");
                }
                case CheckoutResult.PriceChanged changed -> again("price");
                case CheckoutResult.SoldOut soldOut -> again("stock");
                case CheckoutResult.WrongQuantity wrong -> again("numbers");
                case CheckoutResult.EmptyCart empty -> again("empty");
                // staff order in nobody's name
                case CheckoutResult.Requested asked -> again("empty");
                case CheckoutResult.Incomplete incomplete -> {
                    errors.clear();
                    incomplete.problems().forEach(each -> errors.putIfAbsent(each.field(), texts.get(locale(), each.key(), each.arguments())));
                    var problem = incomplete.problems().getFirst();
                    var arguments = new HashMap<String, Object>();
                    problem.arguments().forEach((name, value) -> arguments.put(name, value instanceof Money money ? Formats.money(money, locale()) : value));
                    refresh(texts.get(locale(), problem.key(), arguments));
                }
            }
        } catch (Refused refused) {
            refresh(texts.get(locale(), refused.key(), refused.arguments()));
        }
        getElement().executeJs("setTimeout(()=>this.querySelector('#entry-said')?.focus())");
    }

    /** What was entered becomes a quote, at the prices that were looked at. */
    private void quote(Money seen) {
        try {
            var number = quotes.make(new NewQuote(key, begun.customer().id(), read.file().wishes(), form(), seen, day(typed.getOrDefault("until", ""))), user.requireStaff());
            getUI().ifPresent(ui -> ui.navigate("console/quotes/" + number));
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if ("until".equals(refused.field())) {
                page().fieldError("until", words);
                return;
            }
            look();
            refresh(words);
            getElement().executeJs("setTimeout(()=>this.querySelector('#entry-said')?.focus())");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private void again(String what) {
        look();
        refresh(getTranslation("reordering.entry." + what));
    }

    private void refresh(String problem) {
        model(problem);
        errors.clear();
    }

    private void model(String problem) {
        var model = new HashMap<String, Object>();
        model.put("begun", begun);
        model.put("found", found);
        model.put("asked", parameter("customer"));
        model.put("read", read);
        model.put("offer", offer);
        model.put("errors", Map.copyOf(errors));
        model.put("address", begun == null ? null : address());
        model.put("agents", desk.agents());
        model.put("served", desk.countries());
        model.put("typed", Map.copyOf(typed));
        model.put("problem", problem);
        model.put("placed", placed == null ? "" : placed.number().value());
        show("reordering/entry.jte", model);
    }
}
