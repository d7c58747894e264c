package app.regulars.assortment.ui.staff;

import app.regulars.catalog.CatalogDesk;
import app.regulars.media.MediaDesk;
import app.regulars.media.Medium;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
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
import java.util.List;
import java.util.Map;

/** The library of pictures and documents: bring in, describe, find, remove what no product shows. */
@Route("console/catalog/media")
@JsModule("./regulars-desk.ts")
@RolesAllowed(Permissions.CATALOG_SEE)
class MediaView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 24;
    private static final int MOST_PAGES = 10_000;

    private final transient MediaDesk desk;
    private final transient CatalogDesk products;
    private final transient CurrentUser user;
    private final transient Texts texts;

    MediaView(Templates templates, MediaDesk desk, CatalogDesk products, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.products = products;
        this.user = user;
        this.texts = texts;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", ""))).on("uploaded", values -> {
            Notices.done(getTranslation("media.added"));
            refresh(Map.of(), null);
        }).on("describe", this::describe).on("remove", this::remove);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("media.title"));
        refresh(Map.of(), null);
    }

    private void describe(Map<String, String> typed) {
        try {
            desk.describe(user.requireStaff(), typed.getOrDefault("hash", ""), new Localized(typed.get("en"), typed.get("fr")));
            Notices.done(getTranslation("media.saved"));
            refresh(Map.of(), null);
        } catch (Refused refused) {
            refresh(typed, refused);
        } catch (NotFound gone) {
            refresh(Map.of(), null);
        }
    }

    private void remove(Map<String, String> values) {
        var hash = values.getOrDefault("hash", "");
        var there = hash.matches("[0-9a-f]{32}") ? products.showing("/media/" + hash + "/") : List.<String>of();
        try {
            if (!there.isEmpty()) {
                throw new Refused("media.used.refused", "remove", Map.of("products", String.join(", ", there)));
            }
            desk.remove(user.requireStaff(), hash);
            Notices.done(getTranslation("media.removed"));
            refresh(Map.of(), null);
        } catch (Refused refused) {
            refresh(values, refused);
        } catch (NotFound gone) {
            refresh(Map.of(), null);
        }
    }

    private void refresh(Map<String, String> typed, Refused problem) {
        var page = number("page", 1, 1, MOST_PAGES);
        var total = desk.count(parameter("q"));
        List<Medium> media = desk.list(parameter("q"), page - 1, SIZE);
        var model = new HashMap<String, Object>();
        model.put("media", media);
        model.put("total", total);
        model.put("query", parameter("q"));
        model.put("typed", typed);
        model.put("field", problem == null ? null : problem.field());
        model.put("problem", problem == null ? null : texts.get(locale(), problem.key(), problem.arguments()));
        model.put("may", user.may(Permissions.CATALOG_CHANGE));
        model.put("previous", page > 1 ? address(Map.of("page", page == 2 ? "" : String.valueOf(page - 1))) : null);
        model.put("next", (long) page * SIZE < total ? address(Map.of("page", String.valueOf(page + 1))) : null);
        show("assortment/media.jte", model);
    }
}
