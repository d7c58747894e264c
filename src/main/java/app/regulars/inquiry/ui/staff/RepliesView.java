package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.CannedDesk;
import app.regulars.inquiry.CannedReply;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Macro;
import app.regulars.inquiry.Priority;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ready answers and macros, written by staff. */
@Route("console/inquiries/replies")
@RolesAllowed(Permissions.INQUIRIES_ANSWER)
class RepliesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CannedDesk canned;
    private final transient DeskTools tools;
    private final transient CurrentUser user;
    private final transient Texts texts;

    RepliesView(CannedDesk canned, DeskTools tools, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.canned = canned;
        this.tools = tools;
        this.user = user;
        this.texts = texts;
        page().on("save-reply", this::saveReply);
        page().on("preview", values -> preview(values.getOrDefault("value", "")));
        page().on("save-macro", this::saveMacro);
        page().on("remove-reply", values -> {
            canned.removeReply(id(values.get("id")), user.requireStaff());
            look();
        });
        page().on("remove-macro", values -> {
            canned.removeMacro(id(values.get("id")), user.requireStaff());
            look();
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.canned.title"));
        look();
    }

    private void look() {
        var replies = canned.replies();
        var values = new HashMap<String, Object>();
        values.put("replies", replies);
        values.put("macros", canned.macros());
        values.put("teams", tools.teams(locale()));
        values.put("edited", replies.stream().filter(reply -> reply.id().toString().equals(parameter("edit"))).findFirst().orElse(null));
        values.put("macro", canned.macros().stream().filter(macro -> macro.id().toString().equals(parameter("macro"))).findFirst().orElse(null));
        show("inquiry/desk-replies.jte", values);
        var edited = (CannedReply) values.get("edited");
        preview(edited == null ? "" : edited.body());
    }

    private void saveReply(Map<String, String> typed) {
        page().fieldError("text", "");
        try {
            canned.save(new CannedReply(id(typed.get("id")), typed.get("language"), typed.get("title"), typed.get("text"), version(typed)), user.requireStaff());
            saved();
        } catch (Refused refused) {
            refused(refused, "text");
        }
    }

    private void saved() {
        Notices.done(getTranslation("inquiry.canned.saved"));
        if (parameter("edit").isEmpty() && parameter("macro").isEmpty()) {
            look();
        } else {
            change(Map.of("edit", "", "macro", ""));
        }
    }

    private static int version(Map<String, String> typed) {
        return typed.getOrDefault("version", "0").matches("\\d{1,9}") ? Integer.parseInt(typed.get("version")) : 0;
    }

    /** How it would read while it is written; a place nobody knows is said when it is saved. */
    private void preview(String text) {
        var values = new HashMap<String, Object>();
        try {
            values.put("texts", text.isBlank() ? List.of() : canned.preview(text, sample()));
            values.put("wrong", "");
        } catch (Refused refused) {
            values.put("texts", List.of());
            values.put("wrong", texts.get(locale(), refused.key(), refused.arguments()));
        }
        page().patch("#canned-preview", render("inquiry/desk-canned-preview.jte", values));
    }

    private Map<String, String> sample() {
        var sample = new HashMap<String, String>();
        CannedReply.PLACES.forEach(place -> sample.put(place, getTranslation("inquiry.canned.sample." + place)));
        return sample;
    }

    private void saveMacro(Map<String, String> typed) {
        page().fieldError("macro-title", "");
        try {
            var priority = typed.getOrDefault("priority", "");
            var type = typed.getOrDefault("type", "");
            canned.save(new Macro(id(typed.get("id")), typed.get("title"), priority.isEmpty() ? null : Priority.of(priority), type.isEmpty() ? null : InquiryType.of(type), typed.get("team"),
                    typed.containsKey("take"), typed.containsKey("resolves"), id(typed.get("canned")), version(typed)), user.requireStaff());
            saved();
        } catch (Refused refused) {
            refused(refused, "macro-title");
        }
    }

    private void refused(Refused refused, String otherwise) {
        page().fieldError(refused.field() == null ? otherwise : refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
    }

    private static UUID id(String text) {
        return text == null || !text.matches("[0-9a-f-]{36}") ? null : UUID.fromString(text);
    }
}
