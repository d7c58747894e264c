package app.regulars.ordering.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import app.regulars.ordering.MoneyEffect;
import app.regulars.ordering.MyOrderChanges;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderKind;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderPapers;
import app.regulars.ordering.OrderStatus;
import app.regulars.ordering.Tracking;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * An order as its customer sees it, in three pieces that a page puts around what else it shows: head (what it is, how far
 * it is, order it again), main (parcel and goods), aside (money, address, history). Every page takes its own.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class OrderPanel {

    private static final int LONGEST_REASON = 200;

    private final Templates templates;
    private final Fragment head = new Fragment("order-head");
    private final Fragment main = new Fragment("order-main");
    private final Fragment aside = new Fragment("order-aside");

    private final MyOrders orders;
    private final ObjectProvider<OrderPapers> papers;
    private final MyOrderChanges changes;
    private final Tracking tracking;
    private final CurrentUser user;
    private final Texts texts;
    private OrderNumber number;
    private Map<Integer, Integer> left = Map.of();
    private String reason = "";
    private MoneyEffect effect;
    private final Shop shop;
    private final Clock clock;

    OrderPanel(Templates templates, MyOrders orders, MyOrderChanges changes, Tracking tracking, ObjectProvider<OrderPapers> papers, CurrentUser user, Texts texts, Shop shop, Clock clock) {
        this.tracking = tracking;
        this.changes = changes;
        this.user = user;
        this.texts = texts;
        main.on("mine-preview", this::preview);
        main.on("mine-cancel", values -> cancel());
        main.on("mine-forget", values -> {
            left = Map.of();
            effect = null;
            show(orders.find(user.requireCustomer(), number));
        });
        this.templates = templates;
        this.orders = orders;
        this.papers = papers;
        this.shop = shop;
        this.clock = clock;
    }

    /** Shows the order, or what has become of it. */
    public void show(OrderFile file) {
        var locale = locale();
        if (!file.number().equals(number)) {
            left = Map.of();
            effect = null;
        }
        number = file.number();
        var mine = user.customer().filter(me -> me.equals(file.summary().customer())).isPresent();
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("mayCancel", mine && file.status() == OrderStatus.PLACED && file.parcels().isEmpty() && file.kind() == OrderKind.ORDER);
        values.put("left", left);
        values.put("effect", effect);
        values.put("reason", reason);
        values.put("tracked", (file.shippedAt() != null || file.status() == OrderStatus.PARTLY_SHIPPED) && !tracking.isOver(file));
        var late = file.isLate(clock.instant().atZone(shop.zone()).toLocalDate());
        head.show(templates.render("ordering/panel-head.jte", locale, Map.of("file", file, "late", late)));
        main.show(templates.render("ordering/panel-main.jte", locale, values));
        aside.show(templates.render("ordering/panel-aside.jte", locale, Map.of("file", file, "placedBy", orders.placedBy(file), "papers",
                papers.stream().flatMap(source -> source.of(file.summary().id()).stream()).toList())));
    }

    private void preview(Map<String, String> values) {
        tried(() -> {
            var wanted = new HashMap<Integer, Integer>();
            values.forEach((name, value) -> {
                if (name.matches("mine-\\d{1,4}")) {
                    if (!value.strip().matches("\\d{1,6}")) {
                        throw new Refused("ordering.pack.wrong", name, Map.of());
                    }
                    wanted.put(Integer.valueOf(name.substring("mine-".length())), Integer.valueOf(value.strip()));
                }
            });
            effect = changes.preview(user.requireCustomer(), number, wanted);
            left = wanted;
            reason = values.getOrDefault("reason", "");
            reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
            main.getElement().executeJs("setTimeout(()=>this.querySelector('.effect')?.focus())");
        });
    }

    private void cancel() {
        if (effect == null) {
            return;
        }
        tried(() -> {
            changes.cancel(user.requireCustomer(), number, left, reason, effect.after().total());
            left = Map.of();
            effect = null;
            Notices.done(texts.get(locale(), "ordering.mine.done"));
        });
    }

    private void tried(Runnable deed) {
        main.fieldError("mine", "");
        try {
            deed.run();
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
                show(orders.find(user.requireCustomer(), number));
            } else {
                main.fieldError(refused.field(), words);
            }
            return;
        }
        show(orders.find(user.requireCustomer(), number));
    }

    private static Locale locale() {
        return Languages.of(UI.getCurrent().getLocale().toLanguageTag());
    }

    public Fragment head() {
        return head;
    }

    public Fragment main() {
        return main;
    }

    public Fragment aside() {
        return aside;
    }
}
