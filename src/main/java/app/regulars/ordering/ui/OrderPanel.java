package app.regulars.ordering.ui;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderPapers;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
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

    private final Templates templates;
    private final Fragment head = new Fragment("order-head");
    private final Fragment main = new Fragment("order-main");
    private final Fragment aside = new Fragment("order-aside");

    private final MyOrders orders;
    private final ObjectProvider<OrderPapers> papers;
    private final Shop shop;
    private final Clock clock;

    OrderPanel(Templates templates, MyOrders orders, ObjectProvider<OrderPapers> papers, Shop shop, Clock clock) {
        this.templates = templates;
        this.orders = orders;
        this.papers = papers;
        this.shop = shop;
        this.clock = clock;
    }

    /** Shows the order, or what has become of it. */
    public void show(OrderFile file) {
        Locale locale = Languages.of(UI.getCurrent().getLocale().toLanguageTag());
        var values = Map.<String, Object>of("file", file);
        var late = file.isLate(clock.instant().atZone(shop.zone()).toLocalDate());
        head.show(templates.render("ordering/panel-head.jte", locale, Map.of("file", file, "late", late)));
        main.show(templates.render("ordering/panel-main.jte", locale, values));
        aside.show(templates.render("ordering/panel-aside.jte", locale, Map.of("file", file, "placedBy", orders.placedBy(file), "papers",
                papers.stream().flatMap(source -> source.of(file.summary().id()).stream()).toList())));
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
