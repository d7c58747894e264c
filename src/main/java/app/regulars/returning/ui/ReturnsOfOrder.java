package app.regulars.returning.ui;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The returns and complaints of one of the customer's own orders, and the way to open one. Shows nothing while nothing was sent. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ReturnsOfOrder extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient MyReturns returns;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("returns-of-order");
    private CustomerId me;
    private OrderNumber order;

    ReturnsOfOrder(MyReturns returns, Templates templates) {
        this.returns = returns;
        this.templates = templates;
        getContent().add(fragment);
        getContent().addClassName("returns-of-order");
    }

    public void show(CustomerId me, OrderNumber order) {
        if (!me.equals(this.me)) {
            Live.on("returns:" + me, this, this::update);
        }
        this.me = me;
        this.order = order;
        update();
    }

    private void update() {
        var rows = returns.ofOrder(me, order);
        var lines = returns.lines(me, order);
        var open = lines.stream().anyMatch(line -> line.mayReturn() || line.mayComplain());
        setVisible(open || !rows.isEmpty());
        var till = lines.stream().map(line -> line.returnTill()).filter(java.util.Objects::nonNull).findFirst();
        fragment.show(templates.render("returning/of-order.jte", Languages.of(UI.getCurrent().getLocale().toLanguageTag()), Map.of("rows", rows, "order", order.value(), "open", open,
                "till", till, "returns", lines.stream().anyMatch(line -> line.mayReturn()))));
    }
}
