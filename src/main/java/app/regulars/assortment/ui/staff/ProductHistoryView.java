package app.regulars.assortment.ui.staff;

import app.regulars.assortment.AssortmentDesk;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** What was changed about one product, by whom: every text and every price, before and after. */
@Route("console/catalog/history/:handle")
@RolesAllowed(Permissions.CATALOG_SEE)
class ProductHistoryView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient AssortmentDesk desk;
    private final transient StaffNames names;
    private final transient Texts texts;

    ProductHistoryView(Templates templates, AssortmentDesk desk, StaffNames names, Texts texts) {
        super(templates);
        this.desk = desk;
        this.names = names;
        this.texts = texts;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var handle = event.getRouteParameters().get("handle").orElse("");
        var sheet = desk.sheet(handle).orElseThrow(NotFoundException::new);
        var deeds = desk.history(handle);
        title(getTranslation("assortment.history"));
        var model = new HashMap<String, Object>();
        model.put("handle", handle);
        model.put("name", sheet.form().name());
        model.put("entries", deeds.stream().map(this::entry).toList());
        model.put("people", names.names(deeds.stream().map(AuditTrail.Done::by).filter(Objects::nonNull).distinct().toList()));
        show("assortment/history.jte", model);
    }

    private DeedInWords entry(AuditTrail.Done done) {
        var keys = new LinkedHashSet<>(done.before().keySet());
        keys.addAll(done.after().keySet());
        var fields = new ArrayList<DeedInWords.Field>();
        keys.forEach(key -> {
            var before = Objects.toString(done.before().get(key), "");
            var after = Objects.toString(done.after().get(key), "");
            if (!before.equals(after)) {
                fields.add(new DeedInWords.Field(texts.has("assortment.changed." + key) ? texts.get(locale(), "assortment.changed." + key) : key, before, after));
            }
        });
        var key = "assortment.action." + done.action();
        return new DeedInWords(done, texts.has(key) ? texts.get(locale(), key) : done.action(), fields);
    }
}
