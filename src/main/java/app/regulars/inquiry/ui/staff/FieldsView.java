package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryField;
import app.regulars.inquiry.InquiryFieldDesk;
import app.regulars.inquiry.InquiryType;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What is asked besides, for each type of inquiry. */
@Route("console/inquiries/fields")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class FieldsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient InquiryFieldDesk fields;
    private final transient CurrentUser user;
    private final transient Texts texts;

    FieldsView(InquiryFieldDesk fields, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.fields = fields;
        this.user = user;
        this.texts = texts;
        page().on("save-field", this::save);
        page().on("retire", values -> retire(values.get("id"), true));
        page().on("revive", values -> retire(values.get("id"), false));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.field.title"));
        look();
    }

    private void look() {
        var all = fields.all();
        var values = new HashMap<String, Object>();
        values.put("fields", all);
        values.put("may", user.may(Permissions.SHOP_SETUP));
        values.put("edited", all.stream().filter(field -> field.id().toString().equals(parameter("edit"))).findFirst().orElse(null));
        show("inquiry/desk-field-list.jte", values);
    }

    private void save(Map<String, String> typed) {
        page().fieldError("label-en", "");
        try {
            var version = typed.getOrDefault("version", "0").matches("\\d{1,9}") ? Integer.parseInt(typed.get("version")) : 0;
            fields.save(new InquiryFieldDesk.Form(id(typed.get("id")), InquiryType.of(typed.get("type")), InquiryField.Kind.of(typed.getOrDefault("kind", "")), typed.get("label-en"),
                    typed.get("label-fr"), typed.get("choices"), typed.containsKey("required"), typed.containsKey("asked"), version), user.requireStaff());
            Notices.done(getTranslation("inquiry.canned.saved"));
            if (parameter("edit").isEmpty()) {
                look();
            } else {
                change(Map.of("edit", ""));
            }
        } catch (Refused refused) {
            page().fieldError(refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void retire(String id, boolean yes) {
        var known = id(id);
        if (known != null) {
            fields.retire(known, yes, user.requireStaff());
            look();
        }
    }

    private static UUID id(String text) {
        return text == null || !text.matches("[0-9a-f-]{36}") ? null : UUID.fromString(text);
    }
}
