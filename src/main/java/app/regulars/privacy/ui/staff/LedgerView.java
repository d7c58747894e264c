package app.regulars.privacy.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentDesk;
import app.regulars.privacy.ConsentKind;
import app.regulars.privacy.LedgerCheck;
import app.regulars.privacy.PrivacyOfficer;
import app.regulars.privacy.StatementDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the consent ledger is as it was written, the way to a customer's proof, and who answers for privacy. */
@Route("console/consents/ledger")
@RolesAllowed(Permissions.PRIVACY_SETUP)
class LedgerView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ConsentDesk desk;
    private final transient StatementDesk statements;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private transient LedgerCheck.Result result;
    private Map<String, String> typed = Map.of();

    LedgerView(Templates templates, ConsentDesk desk, StatementDesk statements, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.statements = statements;
        this.user = user;
        this.texts = texts;
        page().on("check", values -> {
            result = desk.check(user.requireStaff());
            refresh(List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#check-result')?.focus())");
        }).on("officer", this::name).on("proof", values -> {
            var number = values.getOrDefault("number", "").strip();
            if (!number.isEmpty()) {
                getUI().ifPresent(ui -> ui.navigate("console/consents/proof/" + number));
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.desk.tab.ledger"));
        typed = Map.of();
        refresh(List.of());
    }

    private void name(Map<String, String> values) {
        typed = Map.copyOf(values);
        try {
            statements.name(new PrivacyOfficer(values.get("name"), values.get("email"), values.get("phone")), user.requireStaff());
            Notices.done(getTranslation("privacy.desk.officer.named"));
            typed = Map.of();
            refresh(List.of());
        } catch (Refused refused) {
            refresh(List.of(refused));
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var counts = new EnumMap<ConsentKind, Long>(ConsentKind.class);
        counts.putAll(desk.counts());
        var model = new HashMap<String, Object>();
        model.put("tabs", ConsentTab.at("ledger"));
        model.put("counts", counts);
        model.put("result", result);
        model.put("officer", statements.officer());
        model.put("typed", typed);
        model.put("errors", errors);
        show("privacy/desk-ledger.jte", model);
    }
}
