package app.regulars.portal;

import app.regulars.account.ui.ActingChoices;
import app.regulars.customer.Companies;
import app.regulars.customer.MemberRole;
import app.regulars.customer.MyCompanies;
import app.regulars.customer.ProfileAnswers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The company I act for: its people and what they may do, its details and addresses. Acting for nobody but myself, the way to one. */
@Route("my/company")
@Menu(title = "portal.company.menu", order = 41, icon = "store")
@RolesAllowed(Roles.CUSTOMER)
class CompanyView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyCompanies companies;
    private final transient Companies founding;
    private final transient ActingChoices choices;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** What is open for change: "company", "invite", "address:" and an id or "new", or empty. */
    private String open = "";
    private Map<String, String> typed = Map.of();

    CompanyView(Templates templates, MyCompanies companies, Companies founding, ActingChoices choices, CurrentUser user, Texts texts) {
        super(templates);
        this.companies = companies;
        this.founding = founding;
        this.choices = choices;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> open(values.getOrDefault("id", ""))).on("close", values -> open("")).on("country", this::chooseCountry)
                .on("found", this::found).on("act", values -> choices.act(user, values.get("id"), "/my/company"))
                .on("save-company", this::save).on("save-answers", this::saveAnswers).on("invite", this::invite)
                .on("revoke", values -> done(values, () -> companies.revoke(me(), company(), id(values)), "portal.company.revoked"))
                .on("role", values -> done(values, () -> companies.changeRole(me(), company(), id(values), role(values.get("value"))), "portal.company.role.changed"))
                .on("remove", this::remove).on("save-address", this::saveAddress)
                .on("default", values -> done(values, () -> companies.makeDefault(me(), company(), id(values)), "customer.address.default.done"))
                .on("remove-address", values -> done(values, () -> companies.removeAddress(me(), company(), id(values)), "customer.address.removed"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.company.menu"));
        user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer).ifPresent(company -> Live.on("customer:" + company, this, () -> refresh(List.of())));
        refresh(List.of());
    }

    private CustomerId me() {
        return user.requirePerson();
    }

    /** The company of this session; whoever acts for herself, also since a moment ago, has none. */
    private CustomerId company() {
        return user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer).orElseThrow(NotFound::new);
    }

    private void open(String what) {
        open = what;
        typed = Map.of();
        refresh(List.of());
        getElement().executeJs("setTimeout(()=>(this.querySelector('form.profile-form .input')||this.querySelector('h1')).focus())");
    }

    private void found(Map<String, String> values) {
        typed = Map.copyOf(values);
        try {
            choices.act(user, founding.found(me(), values.get("company"), "registration").toString(), "/my/company");
        } catch (Refused refused) {
            refused(refused);
        }
    }

    private void save(Map<String, String> values) {
        typed = Map.copyOf(values);
        var form = new MyCompanies.CompanyForm(values.get("company"), values.get("kind"), values.get("taxNumber"), Languages.of(values.get("language")));
        var problems = companies.problems(form);
        if (problems.isEmpty()) {
            attempt(() -> companies.change(me(), company(), form), "portal.company.saved");
        } else {
            refresh(problems);
            focusOnProblem();
        }
    }

    private void saveAnswers(Map<String, String> values) {
        typed = Map.copyOf(values);
        var answers = new ProfileAnswers(values.get("size"), values.get("activity"), values.get("need"), values.get("needText"), values.get("channel"), null);
        var custom = values.entrySet().stream().filter(entry -> entry.getKey().startsWith("custom-")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var problems = companies.problems(me(), company(), answers, custom);
        if (problems.isEmpty()) {
            attempt(() -> companies.answer(me(), company(), answers, custom), "portal.company.saved");
        } else {
            refresh(problems);
            focusOnProblem();
        }
    }

    private void invite(Map<String, String> values) {
        typed = Map.copyOf(values);
        attempt(() -> companies.invite(me(), company(), values.getOrDefault("email", ""), role(values.get("role")), locale()), "portal.company.invited");
    }

    /** The fields of another country; what was typed stays. */
    private void chooseCountry(Map<String, String> values) {
        if ("country".equals(values.get("changed"))) {
            var kept = new HashMap<>(values);
            kept.remove("province");
            typed = Map.copyOf(kept);
            refresh(List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#country')?.focus())");
        }
    }

    private void saveAddress(Map<String, String> values) {
        typed = Map.copyOf(values);
        var address = new PostalAddress(values.get("recipient"), values.get("line1"), values.get("line2"), values.get("city"), values.get("province"),
                values.get("postalCode"), values.get("country"));
        var id = open.equals("address:new") ? null : id(Map.of("id", open.replace("address:", "")));
        attempt(() -> companies.saveAddress(me(), company(), id, address, values.containsKey("asDefault")), "customer.address.saved");
    }

    private void attempt(Runnable deed, String said) {
        try {
            deed.run();
            Notices.done(getTranslation(said));
            open("");
        } catch (Refused refused) {
            refused(refused);
        }
    }

    private void refused(Refused refused) {
        if (refused.field() == null) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh(refused.field() == null ? List.of() : List.of(refused));
        focusOnProblem();
    }

    /** Whoever takes herself out goes on as herself. */
    private void remove(Map<String, String> values) {
        var own = companies.show(me(), company()).members().stream().anyMatch(member -> member.person().equals(me()) && member.id().equals(id(values)));
        done(values, () -> companies.remove(me(), company(), id(values)), "portal.company.removed");
        if (own && user.get().filter(SignedIn::actsForCompany).isEmpty()) {
            choices.act(user, me().toString(), "/my");
        }
    }

    private void done(Map<String, String> values, Runnable deed, String said) {
        try {
            deed.run();
            Notices.done(getTranslation(said));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh(List.of());
    }

    private static MemberRole role(String code) {
        for (var role : MemberRole.values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return null;
    }

    private static UUID id(Map<String, String> values) {
        try {
            return UUID.fromString(values.getOrDefault("id", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void focusOnProblem() {
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        var acting = user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("open", open);
        model.put("choices", choices.of(user));
        if (acting.isEmpty()) {
            show("portal/company-none.jte", model);
            return;
        }
        model.put("file", companies.show(me(), acting.get()));
        model.put("profile", companies.profile(me(), acting.get()));
        model.put("me", me());
        model.put("roles", MemberRole.values());
        show("portal/company.jte", model);
    }
}
