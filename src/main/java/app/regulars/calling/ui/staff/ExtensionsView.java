package app.regulars.calling.ui.staff;

import app.regulars.calling.ExtensionDesk;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** At which extension each of us is called, and how a telephone system is told where to say so. */
@Route("console/calls/extensions")
@RolesAllowed(Permissions.STAFF_CHANGE)
class ExtensionsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ExtensionDesk desk;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient PublicAddress address;

    ExtensionsView(ExtensionDesk desk, StaffDirectory staff, CurrentUser user, Texts texts, PublicAddress address, Templates templates) {
        super(templates);
        this.desk = desk;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.address = address;
        page().on("set", this::set);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("calling.extensions.title"));
        refresh();
    }

    private void refresh() {
        var values = new HashMap<String, Object>();
        values.put("staff", staff.all());
        values.put("extensions", desk.all());
        values.put("base", address.of("/api/v1/calls"));
        values.put("makesKeys", user.may(Permissions.CHANNELS_SETUP));
        show("calling/extensions.jte", values);
    }

    private void set(Map<String, String> typed) {
        var whose = staff.all().stream().filter(card -> card.id().toString().equals(typed.get("whose"))).findFirst();
        if (whose.isEmpty()) {
            return;
        }
        page().fieldError("ext-" + whose.get().id(), "");
        try {
            desk.set(whose.get().id(), typed.get("extension"), user.requireStaff());
            Notices.done(getTranslation("calling.extensions.saved", "name", whose.get().name()));
            refresh();
        } catch (Refused refused) {
            page().fieldError("ext-" + whose.get().id(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }
}
