package app.regulars.merchant.ui.staff;

import app.regulars.merchant.PageDesk;
import app.regulars.merchant.PageVersion;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the merchant: both languages side by side with their preview, and the versions before. */
@Route("console/pages")
@Menu(title = "merchant.title", order = 54, icon = "store")
@RolesAllowed(Permissions.SHOP_SETUP)
class MerchantPagesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient PageDesk desk;
    private final transient StaffNames names;
    private final transient CurrentUser user;
    private final transient Texts texts;

    MerchantPagesView(Templates templates, PageDesk desk, StaffNames names, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.names = names;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save).on("preview", values -> {
            if (Languages.ALL.stream().map(Languages::code).anyMatch(values.getOrDefault("language", "")::equals)) {
                page().patch("#preview-" + values.get("language"), Markdown.article(values.getOrDefault("value", "")));
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("merchant.title"));
        refresh(Map.of(), null);
    }

    private String shown() {
        return PageDesk.PAGES.contains(parameter("page")) ? parameter("page") : PageDesk.PAGES.getFirst();
    }

    private void save(Map<String, String> typed) {
        try {
            var latest = typed.getOrDefault("latest", "0");
            var number = desk.publish(user.requireStaff(), shown(), new Localized(typed.getOrDefault("en", ""), typed.getOrDefault("fr", "")), typed.get("note"),
                    latest.matches("\\d{1,6}") ? Integer.parseInt(latest) : 0);
            Notices.done(getTranslation("merchant.published", "version", number));
            if (parameter("version").isEmpty()) {
                refresh(Map.of(), null);
            } else {
                change(Map.of("version", ""));
            }
        } catch (Refused refused) {
            refresh(typed, refused);
            getElement().executeJs("setTimeout(()=>(this.querySelector('[aria-invalid=true]')??this.querySelector('.form-problem'))?.focus())");
        }
    }

    private void refresh(Map<String, String> typed, Refused problem) {
        var versions = desk.versions(shown());
        var current = desk.current(shown());
        var chosen = versions.stream().filter(version -> parameter("version").equals(String.valueOf(version.number()))).findFirst().orElse(null);
        var body = chosen == null ? current : chosen.body();
        var values = new HashMap<String, String>();
        values.put("en", typed.getOrDefault("en", body.en()));
        values.put("fr", typed.getOrDefault("fr", body.fr() == null ? "" : body.fr()));
        values.put("note", typed.getOrDefault("note", chosen == null ? "" : texts.get(locale(), "merchant.restored", "version", chosen.number())));
        var model = new HashMap<String, Object>();
        var tabs = new LinkedHashMap<String, String>();
        PageDesk.PAGES.forEach(name -> tabs.put(name, address(Map.of("page", name, "version", ""))));
        var links = new LinkedHashMap<Integer, String>();
        versions.forEach(version -> links.put(version.number(), address(Map.of("version", String.valueOf(version.number())))));
        model.put("name", shown());
        model.put("tabs", tabs);
        model.put("versions", versions);
        model.put("links", links);
        model.put("latest", versions.isEmpty() ? 0 : versions.getFirst().number());
        model.put("chosen", chosen);
        model.put("fresh", address(Map.of("version", "")));
        model.put("values", values);
        model.put("previews", Map.of("en", Markdown.article(values.get("en")), "fr", Markdown.article(values.get("fr"))));
        model.put("people", names.names(versions.stream().map(PageVersion::by).filter(by -> by != null).distinct().toList()));
        model.put("field", problem == null ? null : problem.field());
        model.put("problem", problem == null ? null : texts.get(locale(), problem.key(), problem.arguments()));
        model.put("visible", !current.en().isBlank());
        show("merchant/pages.jte", model);
    }
}
