package app.regulars.ordering.ui;

import java.util.Map;

import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** An order beside something else, for staff: how far it is, and its lines. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class OrderBeside extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient OrderDesk desk;
    private final transient CurrentUser user;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("order-beside");
    private String looked = "";

    OrderBeside(OrderDesk desk, CurrentUser user, Templates templates) {
        this.desk = desk;
        this.user = user;
        this.templates = templates;
        getContent().add(fragment);
    }

    /** Shows the order if it is the customer's, else nothing; that it was looked at is kept. @param number null shows nothing */
    public void show(String number, CustomerId customer) {
        setVisible(number != null);
        if (number == null) {
            return;
        }
        try {
            var file = desk.find(new OrderNumber(number));
            setVisible(file.summary().customer().equals(customer));
            if (!isVisible()) {
                return;
            }
            if (!looked.equals(number)) {
                desk.open(new OrderNumber(number), user.requireStaff());
                looked = number;
            }
            var locale = Languages.of(UI.getCurrent().getLocale().toLanguageTag());
            fragment.show(templates.render("ordering/beside.jte", locale, Map.of("file", file)));
        } catch (NotFound gone) {
            setVisible(false);
        }
    }
}
