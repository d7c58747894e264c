package app.regulars.portal;

import app.regulars.account.NewAccount;
import app.regulars.account.SignInPages;
import app.regulars.account.SignUp;
import app.regulars.customer.Origin;
import app.regulars.incentive.MyVouchers;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentLedger;
import app.regulars.privacy.PrivacyStatements;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Name, address, password; each permission its own switch, none of them needed. What was typed stays until it is sent. */
@Route("register")
@AnonymousAllowed
class RegisterView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Set<String> ASKED_HERE = Set.of("newsletter", "reminders", "offers", "analytics");

    private final transient SignUp signUp;
    private final transient ConsentLedger consents;
    private final transient MyVouchers vouchers;
    private final transient SignInPages pages;
    private final transient PrivacyStatements statements;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private Map<String, String> typed = Map.of();

    RegisterView(Templates templates, SignUp signUp, ConsentLedger consents, MyVouchers vouchers, SignInPages pages, CurrentUser user, Texts texts,
                 PrivacyStatements statements) {
        super(templates);
        this.statements = statements;
        this.signUp = signUp;
        this.consents = consents;
        this.vouchers = vouchers;
        this.pages = pages;
        this.user = user;
        this.texts = texts;
        page().on("register", this::register);
        page().on("again", values -> form(List.of()));
        page().on("focus", values -> getElement().executeJs("this.querySelector('#' + CSS.escape($0))?.focus()", values.getOrDefault("field", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.register.title"));
        if (user.get().isPresent()) {
            event.forwardToUrl(onward() == null ? "/my" : onward());
            return;
        }
        form(List.of());
    }

    private String onward() {
        return pages.page(parameter("continue")).orElse(null);
    }

    private void register(Map<String, String> values) {
        typed = Map.copyOf(values);
        var account = new NewAccount(values.getOrDefault("name", ""), values.getOrDefault("email", ""), values.getOrDefault("password", ""),
                values.getOrDefault("company", ""), locale(), agreed(), origin(values));
        var problems = signUp.problems(account);
        if (!problems.isEmpty()) {
            form(problems);
            getElement().executeJs("setTimeout(()=>this.querySelector('#problems').focus())");
            return;
        }
        Registered.remember(VaadinSession.getCurrent(), signUp.register(account), onward());
        Deeds.done("register-sent");
        show("portal/registered.jte", Map.of("email", account.email().strip()));
        getElement().executeJs("setTimeout(()=>{window.scrollTo(0,0);this.querySelector('h1').focus()})");
        typed = withoutPassword();
    }

    /** What the browser says of the way here is a stranger's word: it is cut to a host and counted, nothing more. */
    private Origin origin(Map<String, String> values) {
        var host = values.getOrDefault("cameFrom", "");
        return new Origin("register", host.matches("[A-Za-z0-9.-]{1,200}") ? host : null, values.getOrDefault("campaign", "").replaceAll("[^A-Za-z0-9 ._-]", ""),
                statements.current(locale()).map(statement -> String.valueOf(statement.version())).orElse(null));
    }

    private List<String> agreed() {
        var chosen = typed.getOrDefault("agree", "");
        var offered = consents.offered(locale()).stream().filter(words -> ASKED_HERE.contains(words.purpose())).map(words -> words.id().toString()).toList();
        return Arrays.stream(chosen.split("\n")).filter(offered::contains).distinct().toList();
    }

    private Map<String, String> withoutPassword() {
        var kept = new HashMap<>(typed);
        kept.remove("password");
        return kept;
    }

    private void form(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("agreed", agreed());
        model.put("wordings", consents.offered(locale()).stream().filter(words -> ASKED_HERE.contains(words.purpose())).toList());
        model.put("login", "/login" + (onward() == null ? "" : "?continue=" + onward()));
        model.put("incentive", vouchers.offered().map(offer -> offer.text().in(locale())).orElse(""));
        show("portal/register.jte", model);
    }
}
