package app.regulars.customer.ui.customer;

import app.regulars.customer.MyProfile;
import app.regulars.customer.ProfileAnswers;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Deeds;
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

/** Who I am and where things are sent. */
@Route("my/profile")
@Menu(title = "customer.profile.menu", order = 40, icon = "user")
@RolesAllowed(Roles.CUSTOMER)
class ProfileView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyProfile profile;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** The id of the address that is open for change, "new", or empty. */
    private String open = "";
    private Map<String, String> typedProfile = Map.of();
    private Map<String, String> typedAddress = Map.of();
    private Map<String, String> typedAnswers = Map.of();

    ProfileView(Templates templates, MyProfile profile, CurrentUser user, Texts texts) {
        super(templates);
        this.profile = profile;
        this.user = user;
        this.texts = texts;
        page().on("save-answers", this::saveAnswers).on("groups", values -> {
            profile.agreeToGroups(user.requirePerson(), locale(), "true".equals(values.get("checked")));
            Notices.done(getTranslation("customer.profile.saved"));
            refresh(List.of());
        });
        page().on("save-profile", this::saveProfile).on("open", values -> open(values.getOrDefault("id", "new")))
                .on("close", values -> open("")).on("country", this::chooseCountry).on("save-address", this::saveAddress)
                .on("default", values -> address(() -> profile.makeDefault(user.requirePerson(), id(values)), "customer.address.default.done"))
                .on("remove", values -> address(() -> profile.removeAddress(user.requirePerson(), id(values)), "customer.address.removed"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.profile.title"));
        refresh(List.of());
    }

    private void saveProfile(Map<String, String> values) {
        typedProfile = Map.copyOf(values);
        var form = new MyProfile.ProfileForm(values.get("name"), values.get("phone"), Languages.of(values.get("language")));
        var problems = profile.problems(form);
        if (problems.isEmpty()) {
            var before = profile.show(user.requirePerson()).card().locale();
            profile.change(user.requirePerson(), form);
            typedProfile = Map.of();
            Notices.done(getTranslation("customer.profile.saved"));
            if (!before.equals(form.locale())) {
                // whoever chooses a language wants to read on in it
                getElement().executeJs("location.assign($0)", "/language?to=" + Languages.code(form.locale()) + "&back=/my/profile");
            }
        }
        refresh(problems);
        focusOnProblem(problems);
    }

    private void saveAnswers(Map<String, String> values) {
        typedAnswers = Map.copyOf(values);
        var answers = new ProfileAnswers(values.get("size"), null, values.get("need"), values.get("needText"), values.get("channel"), values.get("occupation"));
        var custom = values.entrySet().stream().filter(entry -> entry.getKey().startsWith("custom-")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var problems = profile.problems(user.requirePerson(), answers, custom);
        if (problems.isEmpty()) {
            profile.answer(user.requirePerson(), answers, custom);
            typedAnswers = Map.of();
            Notices.done(getTranslation("customer.profile.saved"));
        }
        refresh(problems);
        focusOnProblem(problems);
    }

    private void open(String id) {
        if (!id.isEmpty()) {
            Deeds.done("address-opened");
        }
        open = id;
        typedAddress = Map.of();
        refresh(List.of());
        getElement().executeJs(id.isEmpty() ? "setTimeout(()=>this.querySelector('#add-address')?.focus())" : "setTimeout(()=>this.querySelector('#recipient')?.focus())");
    }

    /** The fields of another country; what was typed stays. */
    private void chooseCountry(Map<String, String> values) {
        if ("country".equals(values.get("changed"))) {
            var typed = new HashMap<>(values);
            typed.remove("province");
            typedAddress = Map.copyOf(typed);
            refresh(List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#country')?.focus())");
        }
    }

    private void saveAddress(Map<String, String> values) {
        typedAddress = Map.copyOf(values);
        var typed = new PostalAddress(values.get("recipient"), values.get("line1"), values.get("line2"), values.get("city"), values.get("province"),
                values.get("postalCode"), values.get("country"));
        var problems = profile.problems(typed);
        if (problems.isEmpty()) {
            try {
                profile.saveAddress(user.requirePerson(), "new".equals(open) ? null : id(Map.of("id", open)), typed, values.containsKey("asDefault"));
                Notices.done(getTranslation("customer.address.saved"));
                Deeds.done("address-saved");
                open("");
                return;
            } catch (Refused refused) {
                problems = List.of(refused);
            }
        }
        refresh(problems);
        focusOnProblem(problems);
    }

    private void address(Runnable deed, String done) {
        deed.run();
        Notices.done(getTranslation(done));
        refresh(List.of());
    }

    private static UUID id(Map<String, String> values) {
        try {
            return UUID.fromString(values.getOrDefault("id", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new app.regulars.platform.NotFound();
        }
    }

    private void focusOnProblem(List<Refused> problems) {
        if (!problems.isEmpty()) {
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("profile", profile.show(user.requirePerson()));
        model.put("typed", typedProfile);
        model.put("address", typedAddress);
        model.put("errors", errors);
        model.put("answers", typedAnswers);
        model.put("changes", profile.changes(user.requirePerson()));
        model.put("open", open);
        show("customer/profile.jte", model);
    }
}
