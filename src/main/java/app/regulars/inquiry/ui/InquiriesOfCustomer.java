package app.regulars.inquiry.ui;

import java.util.Map;

import app.regulars.inquiry.InquiryDesk;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A customer's inquiries beside something else, for staff. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class InquiriesOfCustomer extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient InquiryDesk desk;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("inquiries-of-customer");

    InquiriesOfCustomer(InquiryDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
        getContent().add(fragment);
    }

    /** @param but a number that is shown already, or null */
    public void show(CustomerId customer, String but) {
        var locale = Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
        var all = desk.ofCustomer(customer, 100).stream().filter(inquiry -> !inquiry.number().value().equals(but)).toList();
        fragment.show(templates.render("inquiry/of-customer.jte", locale, Map.of("inquiries", all)));
    }
}
