package app.regulars.account.ui;

import app.regulars.account.SignInPages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.List;

/** The form is an ordinary one: it posts to Spring Security and the answer is a new page with a new session id. */
@Route("login")
@AnonymousAllowed
class LoginView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient SignInPages pages;
    private final transient CurrentUser user;
    private final Fragment form = new Fragment("login");

    LoginView(Templates templates, SignInPages pages, CurrentUser user) {
        this.templates = templates;
        this.pages = pages;
        this.user = user;
        getContent().add(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var onward = pages.page(parameters.getSingleParameter("continue").orElse(null)).orElse(null);
        if (user.get().isPresent()) {
            event.forwardToUrl(onward != null ? onward : user.staff().isPresent() ? "/console" : "/my");
            return;
        }
        var request = VaadinRequest.getCurrent();
        var model = new HashMap<String, Object>();
        model.put("token", pages.token(request));
        model.put("email", pages.takeTyped(request));
        model.put("onward", onward);
        model.put("problem", List.of("wrong", "wait", "again", "ready").stream().filter(parameters.getParameters()::containsKey).findFirst().orElse(""));
        model.put("wait", parameters.getSingleParameter("wait").filter(text -> text.matches("[1-9][0-9]?")).orElse("1"));
        form.show(templates.render("account/login.jte", event.getUI().getLocale(), model));
        getElement().executeJs("setTimeout(()=>{const name=this.querySelector('#username');(name&&name.value?this.querySelector('#password'):name)?.focus()})");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.login.title");
    }
}
