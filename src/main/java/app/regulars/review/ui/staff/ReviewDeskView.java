package app.regulars.review.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.review.ReviewDesk;
import app.regulars.review.ReviewFile;
import app.regulars.review.ReviewStatus;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Reviews that wait, and those that were decided; the one that is open beside them. The address holds all of it. */
@Route("console/reviews")
@Menu(title = "review.desk.menu", order = 25.5, icon = "star")
@RolesAllowed(Permissions.REVIEWS_MODERATE)
class ReviewDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LAST = 100_000;

    private final transient ReviewDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    ReviewDeskView(ReviewDesk desk, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("publish", values -> attempt("reason", Map.of(), by -> desk.publish(open(), by)))
                .on("refuse", values -> attempt("reason", values, by -> desk.refuse(open(), values.get("reason"), by)))
                .on("reply", values -> attempt("reply", values, by -> desk.reply(open(), values.get("reply"), by)))
                .on("words", values -> attempt("words", values, by -> desk.words(values.get("words"), by)));
    }

    @FunctionalInterface
    private interface Deed {
        void by(StaffId staff);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("review.desk.title"));
        refresh(Map.of(), Map.of());
    }

    private UUID open() {
        try {
            return UUID.fromString(parameter("open"));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void attempt(String field, Map<String, String> typed, Deed deed) {
        try {
            deed.by(user.requireStaff());
            refresh(Map.of(), Map.of());
            Notices.done(getTranslation("review.desk.done"));
        } catch (Refused refused) {
            refresh(Map.of(field, texts.get(locale(), refused.key(), refused.arguments())), typed);
            getElement().executeJs("setTimeout(() => this.querySelector('[aria-invalid=true]')?.focus(), 50)");
        }
    }

    private ReviewStatus status() {
        for (var status : ReviewStatus.values()) {
            if (status.code().equals(parameter("show"))) {
                return status;
            }
        }
        return ReviewStatus.WAITING;
    }

    private void refresh(Map<String, String> errors, Map<String, String> typed) {
        var status = status();
        var page = number("page", 1, 1, LAST);
        var counts = desk.counts();
        var lines = desk.list(status, page);
        ReviewFile file = parameter("open").isEmpty() ? null : desk.find(open());
        var tabs = new LinkedHashMap<ReviewStatus, String>();
        for (var each : ReviewStatus.values()) {
            tabs.put(each, address(Map.of("show", each == ReviewStatus.WAITING ? "" : each.code(), "open", "", "page", "", "rules", "")));
        }
        var links = new HashMap<String, String>();
        lines.forEach(line -> links.put(line.review().id().toString(), address(Map.of("open", line.review().id().toString(), "rules", ""))));
        var rules = user.may(Permissions.SHOP_SETUP) && !parameter("rules").isEmpty();
        var values = new HashMap<String, Object>();
        values.put("status", status);
        values.put("tabs", tabs);
        values.put("counts", counts);
        values.put("lines", lines);
        values.put("links", links);
        values.put("file", rules ? null : file);
        values.put("back", address(Map.of("open", "", "rules", "")));
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", counts.getOrDefault(status, 0L) > (long) page * ReviewDesk.SIZE ? address(Map.of("page", String.valueOf(page + 1))) : null);
        values.put("toRules", user.may(Permissions.SHOP_SETUP) ? address(Map.of("rules", "1", "open", "")) : null);
        values.put("words", rules ? String.join("\n", desk.words()) : null);
        values.put("errors", errors);
        values.put("typed", typed);
        show("review/desk.jte", values);
    }
}
