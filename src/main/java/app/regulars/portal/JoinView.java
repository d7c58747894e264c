package app.regulars.portal;

import app.regulars.account.ui.ActingChoices;
import app.regulars.customer.MyCompanies;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;

/** The mailed invitation of a company. Only whoever is signed in with the invited address can take it up, by a click. */
@Route("join/:token")
@AnonymousAllowed
class JoinView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyCompanies companies;
    private final transient ActingChoices choices;
    private final transient CurrentUser user;
    private String token;

    JoinView(Templates templates, MyCompanies companies, ActingChoices choices, CurrentUser user) {
        super(templates);
        this.companies = companies;
        this.choices = choices;
        this.user = user;
        page().on("join", values -> join());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.join.title"));
        token = event.getRouteParameters().get("token").orElse("");
        refresh();
    }

    private void join() {
        try {
            var company = companies.accept(user.requirePerson(), user.get().map(SignedIn::email).orElse(""), token);
            choices.act(user, company.toString(), "/my/company");
        } catch (Refused refused) {
            refresh();
        }
    }

    private void refresh() {
        var invited = companies.invited(token);
        var model = new HashMap<String, Object>();
        var email = user.get().filter(somebody -> somebody.person() != null).map(SignedIn::email).orElse("");
        model.put("state", invited.isEmpty() ? "over" : email.isEmpty() ? "stranger" : email.equals(invited.get().email()) ? "ready" : "other");
        model.put("company", invited.map(MyCompanies.Invited::company).orElse(""));
        model.put("role", invited.map(invitation -> invitation.role().code()).orElse(""));
        model.put("shown", invited.map(MyCompanies.Invited::shown).orElse(""));
        model.put("token", token.matches("[A-Za-z0-9_-]{1,100}") ? token : "");
        show("portal/join.jte", model);
    }
}
