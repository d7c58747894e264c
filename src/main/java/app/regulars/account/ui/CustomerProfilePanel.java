package app.regulars.account.ui;

import app.regulars.account.CustomerProfile;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;

/** How to reach a customer, where things are sent, and what is known besides. */
public class CustomerProfilePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient CustomerProfile profile;
    private final transient List<PostalAddress> addresses;
    private final Fragment fragment = new Fragment("customer-profile");

    public CustomerProfilePanel(CustomerProfile profile, List<PostalAddress> addresses, Templates templates) {
        this.profile = profile;
        this.addresses = addresses;
        this.templates = templates;
        getContent().add(fragment);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        fragment.show(templates.render("account/customer-profile.jte", Languages.of(event.getUI().getLocale().toLanguageTag()),
                Map.of("profile", profile, "addresses", addresses)));
    }
}
