package app.regulars.reordering.ui.customer;

import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.reordering.MyShoppingLists;
import app.regulars.reordering.MyStandingOrders;
import app.regulars.reordering.MyTerms;
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

/** What comes by itself, and what was bought for a time: pause, skip, stop, continue, each with one click. */
@Route("my/standing")
@Menu(title = "reordering.standing.title", order = 2.6, icon = "clock")
@RolesAllowed(Roles.CUSTOMER)
class MyStandingView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyStandingOrders standing;
    private final transient MyTerms terms;
    private final transient MyShoppingLists lists;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private UUID stopped;
    private String done = "";
    private String problem = "";

    MyStandingView(Templates templates, MyStandingOrders standing, MyTerms terms, MyShoppingLists lists, CurrentUser user, Texts texts) {
        super(templates);
        this.standing = standing;
        this.terms = terms;
        this.lists = lists;
        this.user = user;
        this.texts = texts;
        page().on("begin", this::begin);
        page().on("change", this::replan);
        page().on("skip", values -> deed(values, id -> standing.skip(me(), person(), id), "reordering.standing.skipped"));
        page().on("pause", values -> deed(values, id -> standing.pause(me(), person(), id), "reordering.standing.paused"));
        page().on("resume", values -> deed(values, id -> standing.resume(me(), person(), id), "reordering.standing.resumed"));
        page().on("stop", values -> deed(values, id -> {
            standing.stop(me(), person(), id);
            stopped = id;
        }, "reordering.standing.stopped"));
        page().on("undo", values -> {
            if (stopped != null) {
                standing.resume(me(), person(), stopped);
                stopped = null;
            }
            refresh("", "");
        });
        page().on("renew", this::renew);
        page().on("remind", values -> {
            terms.remind(person(), locale());
            said(getTranslation("reordering.terms.reminded"), "");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.standing.title"));
        stopped = null;
        // what was said stays: the news is mostly of this page's own doing
        Live.on("standing:" + me(), this, () -> refresh(done, problem));
        refresh("", "");
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private CustomerId person() {
        return user.requirePerson();
    }

    private interface Deed {
        void on(UUID id);
    }

    private void deed(Map<String, String> values, Deed deed, String done) {
        try {
            deed.on(UUID.fromString(values.getOrDefault("id", "")));
            said(getTranslation(done), "");
        } catch (Refused refused) {
            said("", texts.get(locale(), refused.key(), refused.arguments()));
        } catch (IllegalArgumentException | NotFound gone) {
            // changed in another tab: the page says so
            refresh("", "");
        }
    }

    private void begin(Map<String, String> values) {
        try {
            standing.begin(me(), person(), UUID.fromString(values.getOrDefault("list", "")), weeks(values), day(values.get("next")));
            said(getTranslation("reordering.standing.begun"), "");
        } catch (Refused refused) {
            beside(refused, "new");
        } catch (IllegalArgumentException | NotFound gone) {
            page().fieldError("list-new", getTranslation("reordering.standing.list"));
        }
    }

    private void replan(Map<String, String> values) {
        var id = values.getOrDefault("id", "");
        try {
            var quantities = new HashMap<Integer, Integer>();
            values.forEach((name, value) -> {
                if (name.matches("q-\\d{1,3}")) {
                    quantities.put(Integer.parseInt(name.substring(2)), value.strip().matches("\\d{1,6}") ? Integer.parseInt(value.strip()) : -1);
                }
            });
            standing.change(me(), person(), UUID.fromString(id), weeks(values), day(values.get("next")), quantities);
            said(getTranslation("reordering.standing.changed"), "");
        } catch (Refused refused) {
            beside(refused, id);
        } catch (IllegalArgumentException | NotFound gone) {
            refresh("", "");
        }
    }

    private void beside(Refused refused, String which) {
        var text = texts.get(locale(), refused.key(), refused.arguments());
        if (refused.field() == null) {
            said("", text);
        } else {
            page().fieldError(refused.field() + "-" + which, text);
        }
    }

    private static int weeks(Map<String, String> values) {
        var typed = values.getOrDefault("weeks", "");
        return typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 0;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private void renew(Map<String, String> values) {
        try {
            var id = UUID.fromString(values.getOrDefault("id", ""));
            var term = terms.all(me(), person()).stream().filter(each -> each.id().equals(id) && each.renewal() != null).findFirst();
            if (term.isEmpty()) {
                refresh("", "");
                return;
            }
            // the total that stood on the button, as the page sent it back
            var seen = Money.of(values.getOrDefault("seen", "0"), term.get().renewal().priced().total().currency());
            switch (terms.renew(me(), person(), id, seen.rounded())) {
                case CheckoutResult.Placed placed -> {
                    if (placed.byCard()) {
                        getUI().ifPresent(ui -> ui.navigate("pay/" + placed.trackToken()));
                    } else {
                        said(texts.get(locale(), "reordering.terms.renewed", "number", placed.number().value()), "");
                    }
                }
                case CheckoutResult.Requested asked -> getUI().ifPresent(ui -> ui.navigate("my/approvals/" + asked.request()));
                case CheckoutResult.PriceChanged changed -> said("", texts.get(locale(), "reordering.terms.price", "now", Formats.money(changed.now(), locale())));
                case CheckoutResult.SoldOut soldOut -> said("", getTranslation("reordering.standing.outcome.sold-out"));
                case CheckoutResult.WrongQuantity wrong -> said("", getTranslation("reordering.standing.outcome.wrong-quantity"));
                case CheckoutResult.EmptyCart empty -> said("", getTranslation("reordering.standing.outcome.sold-out"));
                case CheckoutResult.Incomplete incomplete -> said("", getTranslation("reordering.standing.outcome.incomplete"));
            }
        } catch (IllegalArgumentException | NotFound gone) {
            refresh("", "");
        }
    }

    private void said(String done, String problem) {
        refresh(done, problem);
        getElement().executeJs("setTimeout(()=>this.querySelector('#said')?.focus())");
    }

    private void refresh(String done, String problem) {
        this.done = done;
        this.problem = problem;
        var model = new HashMap<String, Object>();
        var all = lists.all(me());
        model.put("standing", standing.all(me()));
        model.put("lists", all.stream().filter(list -> list.lines() > 0).toList());
        model.put("terms", terms.all(me(), person()));
        model.put("reminded", terms.isReminded(person()));
        model.put("rhythms", List.copyOf(MyStandingOrders.RHYTHMS));
        model.put("stopped", stopped != null);
        model.put("chosen", parameter("list"));
        model.put("done", done);
        model.put("problem", problem);
        show("reordering/standing.jte", model);
    }
}
