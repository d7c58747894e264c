package app.regulars.ordering.ui;

import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** What a customer ordered, for the staff's customer file. Every page takes its own from the container. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class OrdersOfCustomer extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    private final transient OrderDesk desk;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("orders-of-customer");
    private CustomerId customer;

    OrdersOfCustomer(OrderDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
        getContent().add(fragment);
        Live.on("orders", this, this::update);
    }

    public void show(CustomerId customer) {
        this.customer = customer;
        update();
    }

    private void update() {
        if (customer != null) {
            var locale = Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
            var orders = desk.list(new OrderFilter(null, "", customer), 0, SHOWN);
            fragment.show(templates.render("ordering/of-customer.jte", locale, Map.of("orders", orders, "faces", desk.faces(orders.orders()))));
        }
    }
}
