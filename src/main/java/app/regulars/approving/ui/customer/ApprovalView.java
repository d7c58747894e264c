package app.regulars.approving.ui.customer;

import app.regulars.approving.MyApprovals;
import app.regulars.approving.RequestFile;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One request: what is wanted, what has changed since, and yes, no, or other quantities. The button may be pressed twice. */
@Route("my/approvals/:id")
@RolesAllowed(Roles.CUSTOMER)
class ApprovalView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    private final transient MyApprovals approvals;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private transient RequestFile file;
    private UUID id;
    private String reason = "";
    private String done = "";
    private String problem = "";

    ApprovalView(Templates templates, MyApprovals approvals, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.approvals = approvals;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("approve", values -> approve());
        page().on("decline", values -> {
            reason = cut(values.getOrDefault("reason", ""));
            attempt(() -> approvals.decline(me(), company(), id, reason), "approving.declined");
        });
        page().on("change", values -> attempt(() -> approvals.change(me(), company(), id, quantities(values)), "approving.changed"));
        page().on("withdraw", values -> attempt(() -> approvals.withdraw(me(), company(), id), "approving.withdrawn"));
        page().on("again", values -> {
            cart.addAll(approvals.wishes(me(), company(), id), false);
            getUI().ifPresent(ui -> ui.navigate("cart"));
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
        reason = "";
        refresh("", "");
        title(texts.get(locale(), "approving.request", "number", file.summary().number()));
        Live.on("approvals:" + company(), this, this::news);
    }

    /** What was said stays until somebody decides: the news is mostly of this page's own doing. */
    private void news() {
        var before = file.summary().status();
        refresh(done, problem);
        if (file.summary().status() != before) {
            refresh("", "");
        }
    }

    private CustomerId me() {
        return user.requirePerson();
    }

    private CustomerId company() {
        return user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer).orElseThrow(NotFound::new);
    }

    private void approve() {
        if (!file.isOpen()) {
            // the second click of two: it is decided, and the page says so
            return;
        }
        var seen = file.offer() == null ? null : file.offer().priced().total().rounded();
        try {
            switch (approvals.approve(me(), company(), id, seen)) {
                case CheckoutResult.Placed placed -> refresh(texts.get(locale(), "approving.approved", "number", placed.number().value()), "");
                case CheckoutResult.PriceChanged changed -> refresh("", texts.get(locale(), "approving.price", "then", Formats.money(changed.seen(), locale()), "now",
                        Formats.money(changed.now(), locale())));
                case CheckoutResult.SoldOut soldOut -> refresh("", getTranslation("approving.stock"));
                case CheckoutResult.WrongQuantity wrong -> refresh("", getTranslation("approving.numbers"));
                case CheckoutResult.EmptyCart empty -> refresh("", getTranslation("approving.refused.nothing-left"));
                case CheckoutResult.Requested again -> refresh("", getTranslation("approving.refused.not-yours"));
                case CheckoutResult.Incomplete incomplete -> {
                    var arguments = new HashMap<String, Object>();
                    var problem = incomplete.problems().getFirst();
                    problem.arguments().forEach((name, value) -> arguments.put(name, value instanceof Money money ? Formats.money(money, locale()) : value));
                    refresh("", texts.get(locale(), problem.key(), arguments));
                }
            }
        } catch (Refused refused) {
            refresh("", texts.get(locale(), refused.key(), refused.arguments()));
        }
        focus();
    }

    private void attempt(Runnable deed, String said) {
        try {
            deed.run();
            refresh(getTranslation(said), "");
            focus();
        } catch (Refused refused) {
            refresh("", texts.get(locale(), refused.key(), refused.arguments()));
            if ("reason".equals(refused.field())) {
                page().fieldError("reason", texts.get(locale(), refused.key(), refused.arguments()));
            } else {
                focus();
            }
        }
    }

    private void focus() {
        getElement().executeJs("setTimeout(()=>this.querySelector('#said')?.focus())");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Map<Integer, Integer> quantities(Map<String, String> values) {
        var quantities = new HashMap<Integer, Integer>();
        values.forEach((name, value) -> {
            if (name.matches("q-\\d{1,3}")) {
                if (!value.strip().matches("\\d{1,6}")) {
                    throw new Refused("approving.quantity.broken", name, Map.of());
                }
                quantities.put(Integer.parseInt(name.substring(2)), Integer.parseInt(value.strip()));
            }
        });
        return quantities;
    }

    private void refresh(String done, String problem) {
        file = approvals.find(me(), company(), id);
        this.done = done;
        this.problem = problem;
        var model = new HashMap<String, Object>();
        model.put("file", file);
        model.put("done", done);
        model.put("problem", problem);
        model.put("reason", reason);
        show("approving/request.jte", model);
    }
}
