package app.regulars.gap.ui.staff;

import app.regulars.catalog.Catalog;
import app.regulars.faq.SolvedQuestions;
import app.regulars.gap.GapDesk;
import app.regulars.gap.GapFile;
import app.regulars.gap.GapItem;
import app.regulars.gap.GapKind;
import app.regulars.gap.GapRow;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What is asked in vain, ranked; beside it every record behind one gap, and what became of it once it was closed. */
@Route("console/gaps")
@Menu(title = "gap.menu", order = 24.5, icon = "bulb")
@RolesAllowed({Permissions.HELP_WRITE, Permissions.CATALOG_CHANGE})
class GapView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    private static final Duration SOLVED_SINCE = Duration.ofDays(90);

    private final transient GapDesk desk;
    private final transient SolvedQuestions solved;
    private final transient Catalog catalog;
    private final transient StaffNames staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Clock clock;

    GapView(GapDesk desk, SolvedQuestions solved, Catalog catalog, StaffNames staff, CurrentUser user, Texts texts, Clock clock, Templates templates) {
        super(templates);
        this.desk = desk;
        this.solved = solved;
        this.catalog = catalog;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        page().on("refresh", values -> done(by -> desk.refresh(by), values));
        page().on("take", values -> done(by -> desk.take(by, open(), by), values));
        page().on("move", values -> done(by -> desk.move(by, open(), "product".equals(values.get("to")) ? GapKind.PRODUCT : GapKind.ANSWER), values));
        page().on("close", values -> done(by -> desk.close(by, open(), values.get("article"), values.get("note")), values));
        page().on("reopen", values -> done(by -> desk.reopen(by, open()), values));
    }

    private interface Deed {
        void by(StaffId staff);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("gap.title"));
        refresh(Map.of(), null);
    }

    private void done(Deed deed, Map<String, String> typed) {
        try {
            deed.by(user.requireStaff());
        } catch (Refused refused) {
            refresh(typed, texts.get(locale(), refused.key(), refused.arguments()));
            getElement().executeJs("setTimeout(() => document.getElementById('gap-note')?.focus(), 50)");
            return;
        }
        Notices.done(getTranslation("gap.done"));
        refresh(Map.of(), null);
    }

    private UUID open() {
        try {
            return UUID.fromString(parameter("open"));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh(Map<String, String> typed, String error) {
        var tab = GapTab.of(parameter("tab"));
        var tabs = new EnumMap<GapTab, String>(GapTab.class);
        var counts = new EnumMap<GapTab, Long>(GapTab.class);
        for (var each : GapTab.values()) {
            tabs.put(each, address(Map.of("tab", each == GapTab.WRITE ? "" : each.code(), "open", "")));
            counts.put(each, each == GapTab.SOLVED ? solved.count("asking", clock.instant().minus(SOLVED_SINCE)) : desk.list(each.state(), each.kind()).size());
        }
        var rows = tab == GapTab.SOLVED ? List.<GapRow>of() : desk.list(tab.state(), tab.kind()).stream().limit(SHOWN).toList();
        var links = new HashMap<UUID, String>();
        rows.forEach(row -> links.put(row.id(), address(Map.of("open", row.id().toString()))));
        var file = opened();
        var model = new HashMap<String, Object>(Map.of("tab", tab, "tabs", tabs, "counts", counts, "rows", rows, "links", links, "typed", typed, "back", address(Map.of("open", ""))));
        model.put("file", file);
        model.put("error", error);
        model.put("may", user.may(Permissions.HELP_WRITE));
        model.put("solved", tab == GapTab.SOLVED ? solved.list(null, null, null, clock.instant().minus(SOLVED_SINCE)) : List.of());
        model.put("searches", tab == GapTab.SOLVED ? solved.count("search", clock.instant().minus(SOLVED_SINCE)) : 0L);
        model.put("names", staff.names(Stream.concat(rows.stream().map(GapRow::owner), file == null ? Stream.of() : Stream.of(file.row().owner(), file.closedBy()))
                .filter(Objects::nonNull).distinct().toList()));
        model.put("product", file == null || file.row().product() == null ? null : catalog.cardsForStaff(List.of(file.row().product())).stream().findFirst()
                .map(card -> card.name().in(locale())).orElse(file.row().product()));
        model.put("records", file == null ? Map.of() : records(file));
        show("gap/desk.jte", model);
    }

    private GapFile opened() {
        try {
            return parameter("open").isEmpty() ? null : desk.file(open());
        } catch (NotFound gone) {
            return null;
        }
    }

    /** Where each record behind it stands. */
    private static Map<String, String> records(GapFile file) {
        var addresses = new HashMap<String, String>();
        file.items().stream().limit(SHOWN).forEach(item -> addresses.put(item.source() + item.ref(), address(item)));
        return addresses;
    }

    private static String address(GapItem item) {
        return switch (item.source()) {
            case POST -> "/console/forum?open=" + item.ref();
            case INQUIRY -> "/console/inquiries?queue=all-open&open=" + item.ref();
            case VOTE -> "/console/help/" + item.ref().substring(item.ref().indexOf('/') + 1) + "/record";
            case SEARCH -> "/console/search?tab=places&q=" + java.net.URLEncoder.encode(item.words(), java.nio.charset.StandardCharsets.UTF_8);
        };
    }
}
