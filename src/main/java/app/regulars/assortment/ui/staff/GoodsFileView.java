package app.regulars.assortment.ui.staff;

import app.regulars.assortment.GoodsFileDesk;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Goods as a file: what a file would change is shown cell by cell before it is taken. */
@Route("console/catalog/file")
@JsModule("./regulars-desk.ts")
@RolesAllowed(Permissions.CATALOG_CHANGE)
class GoodsFileView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    private final transient GoodsFileDesk desk;
    private final transient GoodsUploads uploads;
    private final transient CurrentUser user;
    private final transient Texts texts;

    GoodsFileView(Templates templates, GoodsFileDesk desk, GoodsUploads uploads, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.uploads = uploads;
        this.user = user;
        this.texts = texts;
        page().on("uploaded", values -> change(Map.of("file", values.getOrDefault("address", "")))).on("take", this::take)
                .on("leave", values -> {
                    id().ifPresent(uploads::forget);
                    change(Map.of("file", ""));
                });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("assortment.file.title"));
        if (parameter("file").isEmpty()) {
            look(null, null);
            return;
        }
        var content = content();
        if (content == null) {
            look(null, getTranslation("assortment.file.gone"));
            return;
        }
        try {
            look(desk.look(content), null);
        } catch (Refused refused) {
            look(null, texts.get(locale(), refused.key(), refused.arguments()));
        }
        getElement().executeJs("setTimeout(()=>this.querySelector('.file-look, #g-file[aria-invalid]')?.focus())");
    }

    private void take(Map<String, String> values) {
        var content = content();
        if (content == null) {
            look(null, getTranslation("assortment.file.gone"));
            return;
        }
        try {
            var token = values.getOrDefault("token", "");
            var look = desk.take(user.requireStaff(), content, token);
            if (look.problems().isEmpty() && look.token().equals(token)) {
                id().ifPresent(uploads::forget);
                Notices.done(getTranslation("assortment.file.taken", "count", look.fresh() + look.changed()));
                change(Map.of("file", ""));
                return;
            }
            look(look, look.problems().isEmpty() ? getTranslation("assortment.file.meanwhile") : null);
        } catch (Refused refused) {
            look(null, texts.get(locale(), refused.key(), refused.arguments()));
        }
        getElement().executeJs("setTimeout(()=>this.querySelector('.file-look, #g-file[aria-invalid]')?.focus())");
    }

    private java.util.Optional<UUID> id() {
        try {
            return java.util.Optional.of(UUID.fromString(parameter("file")));
        } catch (IllegalArgumentException none) {
            return java.util.Optional.empty();
        }
    }

    private byte[] content() {
        return id().flatMap(id -> uploads.of(id, user.requireStaff())).orElse(null);
    }

    private void look(GoodsFileDesk.Look look, String problem) {
        var model = new HashMap<String, Object>();
        model.put("look", look);
        model.put("problem", problem);
        model.put("most", MOST_SHOWN);
        var sentences = new HashMap<Object, String>();
        if (look != null) {
            look.problems().forEach(bad -> sentences.put(bad, texts.get(locale(), bad.why().key(), bad.why().arguments())));
        }
        model.put("sentences", sentences);
        show("assortment/file.jte", model);
    }
}
