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
import app.regulars.reordering.MyShoppingLists;
import app.regulars.reordering.MyReminders;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One of my lists: its lines with today's price and stock, into the cart at once, and how often I want to be reminded of it. */
@Route("my/lists/:id")
@RolesAllowed(Roles.CUSTOMER)
class MyListView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyShoppingLists lists;
    private final transient MyReminders reminders;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private UUID id;

    MyListView(Templates templates, MyShoppingLists lists, MyReminders reminders, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.lists = lists;
        this.reminders = reminders;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("rename", this::rename);
        page().on("quantity", values -> quantity(values.getOrDefault("key", ""), values.getOrDefault("value", "")));
        page().on("less", values -> step(values.getOrDefault("key", ""), false));
        page().on("more", values -> step(values.getOrDefault("key", ""), true));
        page().on("up", values -> line(() -> lists.moveLine(me(), id, values.getOrDefault("key", ""), true)));
        page().on("down", values -> line(() -> lists.moveLine(me(), id, values.getOrDefault("key", ""), false)));
        page().on("take-out", values -> line(() -> lists.set(me(), id, values.getOrDefault("key", ""), 0)));
        page().on("replace", values -> line(() -> lists.replace(me(), id, values.getOrDefault("key", ""))));
        page().on("put", values -> line(() -> Putting.list(cart, lists, me(), id, texts, locale())));
        page().on("remind", this::remind);
        page().on("stop", values -> line(() -> {
            reminders.all(me(), user.requirePerson()).stream().filter(each -> Objects.equals(each.list(), id)).forEach(each -> reminders.stop(user.requirePerson(), each.id()));
            Notices.done(getTranslation("reordering.reminder.stopped"));
        }));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
        refresh();
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private void rename(Map<String, String> values) {
        try {
            lists.rename(me(), id, values.get("name"));
            refresh();
            Notices.done(getTranslation("reordering.list.renamed"));
        } catch (Refused refused) {
            page().fieldError("list-name", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void step(String key, boolean more) {
        lists.find(me(), id).lines().stream().map(each -> each.line()).filter(line -> line.key().equals(key)).findFirst()
                .ifPresent(line -> quantity(key, String.valueOf(more ? line.more() : Math.max(line.fewer(), 1))));
    }

    private void quantity(String key, String typed) {
        var text = typed.strip();
        try {
            if (!text.matches("\\d{1,6}")) {
                throw new Refused("ordering.quantity.few", "quantity", Map.of());
            }
            lists.set(me(), id, key, Integer.parseInt(text));
            refresh();
        } catch (Refused refused) {
            page().fieldError("q-" + key, texts.get(locale(), refused.key(), refused.arguments()));
        } catch (NotFound gone) {
            refresh();
        }
    }

    private void line(Runnable deed) {
        try {
            deed.run();
        } catch (NotFound gone) {
            // changed in another tab: the page says so
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh();
    }

    private void remind(Map<String, String> values) {
        Putting.rhythm(values.get("rhythm")).ifPresent(rhythm -> line(() -> {
            reminders.ofList(me(), user.requirePerson(), id, rhythm.orElse(null), locale());
            Notices.done(getTranslation("reordering.reminder.set"));
        }));
    }

    private void refresh() {
        var file = lists.find(me(), id);
        title(file.name());
        var model = new HashMap<String, Object>();
        model.put("list", file);
        model.put("reminder", reminders.all(me(), user.requirePerson()).stream().filter(each -> Objects.equals(each.list(), id)).findFirst().orElse(null));
        show("reordering/list.jte", model);
    }
}
