package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryLog;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.ui.FileBasket;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One screen for a call, a letter, a fax or a visit. The address may name the customer. */
@Route("console/inquiries/log")
@RolesAllowed(Permissions.INQUIRIES_ANSWER)
class LogView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String FILES = "log-files";

    private final transient InquiryLog log;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient FileBasket files;
    private String requestKey = "";

    LogView(InquiryLog log, CurrentUser user, Texts texts, FileBasket files, Templates templates) {
        super(templates);
        this.log = log;
        this.user = user;
        this.texts = texts;
        this.files = files.in(this, page(), FILES);
        page().on("who", values -> page().patch("#found", render("inquiry/desk-log-found.jte", found(values.getOrDefault("value", "")))));
        page().on("log", this::write);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.log.title"));
        requestKey = UUID.randomUUID().toString();
        var values = found(parameter("customer"));
        values.put("typed", parameter("customer"));
        show("inquiry/desk-log.jte", values);
        files.begin();
    }

    private HashMap<String, Object> found(String typed) {
        var values = new HashMap<String, Object>();
        var customer = typed.length() < 3 || typed.length() > 254 ? null : log.customer(typed).orElse(null);
        values.put("customer", customer);
        values.put("unknown", customer == null && typed.length() > 5);
        return values;
    }

    private void write(Map<String, String> typed) {
        page().fieldError("who", "");
        try {
            var minutes = typed.getOrDefault("minutes", "").matches("\\d{1,4}") ? Integer.parseInt(typed.get("minutes")) : 0;
            var number = log.write(new InquiryLog.Entry(typed.get("who"), InquiryChannel.of(typed.get("channel")), InquiryType.of(typed.get("type")), typed.get("order"),
                    typed.get("text"), typed.get("answer"), minutes, files.taken(), requestKey), user.requireStaff());
            page().clearDraft("log");
            page().clearDraft("log-answer");
            UI.getCurrent().navigate("console/inquiries?open=" + number);
        } catch (Refused refused) {
            page().fieldError(refused.field() == null ? "text" : "files".equals(refused.field()) ? FILES : refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }
}
