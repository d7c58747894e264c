package app.regulars.account.ui;

import app.regulars.account.CustomerProfile;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.Map;

/** The head of a customer file: who it is, with the one h1 of the page. */
public class CustomerHead extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient CustomerProfile profile;
    private final String place;
    private final Fragment fragment = new Fragment("customer-head");

    /** @param place such as "Victoria-by-the-Sea, PE", or null */
    public CustomerHead(CustomerProfile profile, String place, Templates templates) {
        this.profile = profile;
        this.place = place;
        this.templates = templates;
        getContent().add(fragment);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var model = new HashMap<String, Object>(Map.of("profile", profile));
        model.put("place", place);
        fragment.show(templates.render("account/customer-head.jte", Languages.of(event.getUI().getLocale().toLanguageTag()), model));
    }
}
