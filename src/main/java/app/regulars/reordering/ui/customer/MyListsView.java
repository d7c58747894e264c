package app.regulars.reordering.ui.customer;

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
import app.regulars.reordering.MyReminders;
import app.regulars.reordering.UsualLine;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What I order again: my usuals with when they are needed, my named lists, my reminders. */
@Route("my/lists")
@Menu(title = "reordering.lists.title", order = 2.5, icon = "list")
@RolesAllowed(Roles.CUSTOMER)
class MyListsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int USUALS = 12;

    private final transient MyShoppingLists lists;
    private final transient MyReminders reminders;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private UUID removed;

    MyListsView(Templates templates, MyShoppingLists lists, MyReminders reminders, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.lists = lists;
        this.reminders = reminders;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("create", this::create);
        page().on("put", values -> with(values, id -> Putting.list(cart, lists, me(), id, texts, locale())));
        page().on("up", values -> with(values, id -> lists.move(me(), id, true)));
        page().on("down", values -> with(values, id -> lists.move(me(), id, false)));
        page().on("remove", values -> with(values, id -> {
            lists.remove(me(), id);
            removed = id;
            page().getElement().executeJs("setTimeout(()=>this.querySelector('#undo')?.focus())");
        }));
        page().on("undo", values -> {
            if (removed != null) {
                lists.bringBack(me(), removed);
                removed = null;
            }
            refresh();
        });
        page().on("usual", values -> usual(values.getOrDefault("at", "")));
        page().on("due", values -> due());
        page().on("remind", this::remind);
        page().on("stop", values -> with(values, id -> {
            reminders.stop(user.requirePerson(), id);
            Notices.done(getTranslation("reordering.reminder.stopped"));
        }));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.lists.title"));
        removed = null;
        refresh();
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private void create(Map<String, String> values) {
        try {
            var id = lists.create(me(), values.get("name"));
            getUI().ifPresent(ui -> ui.navigate("my/lists/" + id));
        } catch (Refused refused) {
            page().fieldError("list-name", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private interface Deed {
        void on(UUID id);
    }

    private void with(Map<String, String> values, Deed deed) {
        try {
            deed.on(UUID.fromString(values.getOrDefault("id", "")));
        } catch (IllegalArgumentException | NotFound gone) {
            // changed in another tab: the page says so
        }
        refresh();
    }

    private UsualLine at(String position) {
        var all = lists.usuals(me(), USUALS);
        try {
            return all.get(Integer.parseInt(position));
        } catch (NumberFormatException | IndexOutOfBoundsException other) {
            return null;
        }
    }

    private void usual(String position) {
        var line = at(position);
        if (line != null && line.basket().canBePut()) {
            Putting.into(cart, List.of(new Prices.Wish(line.expected().variant(), line.basket().putting(), line.expected().configuration())), texts, locale());
        }
    }

    private void due() {
        Putting.into(cart, lists.usuals(me(), USUALS).stream().filter(line -> line.isDue() && line.basket().canBePut())
                .map(line -> new Prices.Wish(line.expected().variant(), line.basket().putting(), line.expected().configuration())).toList(), texts, locale());
    }

    private void remind(Map<String, String> values) {
        var line = at(values.getOrDefault("at", ""));
        var rhythm = Putting.rhythm(values.get("rhythm"));
        if (line != null && rhythm.isPresent()) {
            try {
                reminders.ofArticle(me(), user.requirePerson(), line.expected().variant(), line.expected().quantity(), rhythm.get().orElse(null), locale());
                Notices.done(getTranslation("reordering.reminder.set"));
            } catch (Refused refused) {
                Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
            } catch (NotFound gone) {
                Notices.error(getTranslation("ordering.variant.gone"));
            }
        }
        refresh();
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("lists", lists.all(me()));
        model.put("usuals", lists.usuals(me(), USUALS));
        model.put("reminders", reminders.all(me(), user.requirePerson()));
        model.put("removed", removed != null);
        show("reordering/lists.jte", model);
    }
}
