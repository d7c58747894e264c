package app.regulars.privacy.ui;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentDesk;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** What a customer allows, as a check or a cross with words, and the proof of it below. */
public class ConsentsOfCustomer extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ConsentDesk desk;
    private final transient Templates templates;
    private final CustomerId customer;
    private final Fragment fragment = new Fragment("consents");

    public ConsentsOfCustomer(CustomerId customer, ConsentDesk desk, Templates templates) {
        this.customer = customer;
        this.desk = desk;
        this.templates = templates;
        getContent().add(fragment);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var locale = Languages.of(event.getUI().getLocale().toLanguageTag());
        fragment.show(templates.render("privacy/consents.jte", locale,
                Map.of("states", desk.states(customer, locale), "history", desk.history(customer).reversed())));
    }
}
