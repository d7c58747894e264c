package app.regulars.matching.ui.staff;

import app.regulars.matching.Candidate;
import app.regulars.matching.MatchDesk;
import app.regulars.matching.Side;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
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
import java.util.UUID;

/** Pairs that are probably one person, side by side; and what was made one, to be undone for 30 days. The address names the pair that is open. */
@Route("console/customers/duplicates")
@Menu(title = "matching.menu", order = 42, icon = "people")
@RolesAllowed(Permissions.CUSTOMERS_MERGE)
class DuplicatesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient MatchDesk desk;
    private final transient CurrentUser user;

    DuplicatesView(MatchDesk desk, CurrentUser user, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        addClassName("page");
        page().on("look", values -> {
            desk.look(user.requireStaff());
            Notices.done(getTranslation("matching.looked"));
            refresh(Map.of());
        });
        page().on("compare", values -> change(Map.of("one", values.getOrDefault("one", "").strip(), "other", values.getOrDefault("other", "").strip())));
        page().on("dismiss", values -> dismiss());
        page().on("merge", this::merge);
        page().on("undo", values -> undo(id(values.get("id"))));
    }

    private void undo(UUID merge) {
        try {
            desk.undo(merge, user.requireStaff());
            Notices.done(getTranslation("matching.undone"));
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.key(), refused.arguments()));
        }
        refresh(Map.of());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("matching.title"));
        refresh(Map.of());
    }

    private void merge(Map<String, String> values) {
        var one = side("one");
        var other = side("other");
        var keep = values.getOrDefault("keep", "");
        if (!keep.equals("one") && !keep.equals("other")) {
            refresh(Map.of("keep", getTranslation("matching.keep.missing")));
            return;
        }
        var survivor = keep.equals("one") ? one : other;
        var absorbed = keep.equals("one") ? other : one;
        try {
            desk.merge(absorbed.profile().card().id(), survivor.profile().card().id(), values.getOrDefault("reason", ""), user.requireStaff());
        } catch (Refused refused) {
            refresh(Map.of(refused.field() == null ? "keep" : refused.field(), getTranslation(refused.key(), refused.arguments())));
            return;
        }
        Notices.done(getTranslation("matching.merged"));
        change(Map.of("one", "", "other", ""));
    }

    private void dismiss() {
        desk.dismiss(side("one").profile().card().id(), side("other").profile().card().id(), user.requireStaff());
        Notices.done(getTranslation("matching.dismissed"));
        change(Map.of("one", "", "other", ""));
    }

    private Side side(String parameter) {
        return desk.side(parameter(parameter), user.requireStaff());
    }

    private void refresh(Map<String, String> problems) {
        var number = number("page", 1, 1, 1_000);
        var rows = desk.candidates((number - 1) * PAGE, PAGE + 1);
        var links = new LinkedHashMap<Candidate, String>();
        rows.stream().limit(PAGE).forEach(row -> links.put(row, address(Map.of("one", row.one().number(), "other", row.other().number()))));
        var values = new HashMap<String, Object>();
        values.put("pairs", links);
        values.put("count", desk.count());
        values.put("lookedAt", desk.lookedAt());
        values.put("merges", desk.merges());
        values.put("problems", problems);
        values.put("back", address(Map.of("one", "", "other", "")));
        values.put("newer", number > 1 ? address(Map.of("page", String.valueOf(number - 1))) : null);
        values.put("older", rows.size() > PAGE ? address(Map.of("page", String.valueOf(number + 1))) : null);
        values.put("typedOne", parameter("one"));
        values.put("typedOther", parameter("other"));
        open(values, new HashMap<>(problems));
        show("matching/duplicates.jte", values);
    }

    private void open(Map<String, Object> values, Map<String, String> problems) {
        var one = parameter("one");
        var other = parameter("other");
        if (one.isBlank() || other.isBlank()) {
            return;
        }
        try {
            var left = side("one");
            var right = side("other");
            if (!left.profile().card().id().equals(right.profile().card().id())) {
                values.put("left", left);
                values.put("right", right);
            } else {
                problems.put("compare", getTranslation("matching.same"));
            }
        } catch (NotFound nobody) {
            problems.put("compare", getTranslation("matching.nobody"));
        }
        values.put("problems", problems);
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value == null ? "" : value);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
