package app.regulars.calling.ui.staff;

import app.regulars.calling.Call;
import app.regulars.calling.CallDesk;
import app.regulars.calling.CallFilter;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that came, and one of them. The address holds view, filters and selection. */
@JsModule("./regulars-desk.ts")
@Route("console/calls")
@Menu(title = "calling.title", order = 1.6, icon = "phone")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class CallsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int MOST = 500;
    private static final int LONGEST_ASKED = 100;
    private static final List<String> VIEWS = List.of("missed", "mine", "all");

    private final transient CallDesk desk;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Clock clock;
    private final Fragment queue = new Fragment("queue");
    private final Fragment call = new Fragment("talk");
    private String opened = "";

    CallsView(CallDesk desk, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, Clock clock, Templates templates) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        addClassNames("page", "inq", "calls-page");
        var panes = new Div(pane(new Section(queue), "queue", "calling.list"), pane(new Section(call), "talk", "calling.one"));
        panes.addClassNames("panes", "two-panes");
        add(panes);
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "open", "", "most", "")));
        page().on("narrow", values -> change(Map.of(values.getOrDefault("name", "by"), values.getOrDefault("value", ""), "most", "")));
        call.on("take", values -> done(() -> desk.take(opened, me())));
        call.on("end", values -> done(() -> desk.end(opened, me())));
        call.on("identify", values -> done(() -> desk.identify(opened, values.get("who"), me())));
        call.on("note", values -> done(() -> {
            var both = desk.note(opened, values.get("note"), values.getOrDefault("seen", "").isEmpty() ? null : Instant.parse(values.get("seen")), me());
            call.clearDraft("call-" + opened);
            call.show(""); // what stands there now is shown, not what was typed
            Notices.done(getTranslation(both ? "calling.noted.both" : "calling.noted"));
        }));
        call.on("link", values -> done(() -> desk.link(opened, values.get("inquiry"), me())));
        call.on("inquiry", values -> done(() -> desk.makeInquiry(opened, me())));
        call.on("forget", values -> done(() -> desk.forgetRecording(opened, me())));
        Live.on("calls", this, this::refresh);
    }

    private Section pane(Section section, String css, String labelKey) {
        section.addClassNames("pane", css);
        section.getElement().setAttribute("aria-label", getTranslation(labelKey));
        return section;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("calling.title"));
        var wanted = parameter("open");
        var other = !wanted.equals(opened);
        opened = wanted;
        getElement().setAttribute("data-pane", wanted.isEmpty() ? "queue" : "open");
        if (other && !wanted.isEmpty()) {
            desk.open(wanted, me());
        }
        refresh();
    }

    private void refresh() {
        var view = VIEWS.contains(parameter("view")) ? parameter("view") : "all";
        var head = new HashMap<String, Object>();
        head.put("view", view);
        head.put("views", VIEWS.stream().collect(Collectors.toMap(each -> each, each -> address(Map.of("view", each, "open", "", "most", "")))));
        head.put("missed", desk.missed());
        head.put("query", words());
        head.put("days", number("days", 0, 0, 365));
        head.put("by", parameter("by"));
        head.put("staff", staff.all());
        head.put("setsUp", user.may(Permissions.STAFF_CHANGE));
        show("calling/head.jte", head);
        showList(view);
        if (opened.isEmpty()) {
            call.show(render("calling/none.jte", Map.of()));
        } else {
            try {
                showCall(desk.find(opened));
            } catch (NotFound forgotten) {
                change(Map.of("open", ""));
            }
        }
    }

    private String words() {
        return parameter("q").substring(0, Math.min(LONGEST_ASKED, parameter("q").length()));
    }

    private void showList(String view) {
        var days = number("days", 0, 0, 365);
        var whose = "mine".equals(view) ? me() : staff.all().stream().map(card -> card.id()).filter(id -> id.toString().equals(parameter("by"))).findFirst().orElse(null);
        var most = number("most", PAGE, PAGE, MOST);
        var calls = desk.list(new CallFilter("missed".equals(view), whose, days == 0 ? null : clock.instant().minus(Duration.ofDays(days)), null, words()), most + 1);
        var shown = calls.subList(0, Math.min(most, calls.size()));
        var links = new HashMap<String, String>();
        shown.forEach(each -> links.put(each.number(), address(Map.of("open", each.number()))));
        var at = shown.stream().map(Call::number).toList().indexOf(opened);
        var values = new HashMap<String, Object>();
        values.put("calls", shown);
        values.put("customers", customers.cards(shown.stream().map(Call::customer).filter(Objects::nonNull).collect(Collectors.toSet())));
        values.put("names", staff.names(shown.stream().map(Call::staff).filter(Objects::nonNull).distinct().toList()));
        values.put("links", links);
        values.put("opened", opened);
        values.put("now", clock.instant());
        values.put("before", at > 0 ? links.get(shown.get(at - 1).number()) : null);
        values.put("following", at + 1 < shown.size() ? links.get(shown.get(at + 1).number()) : null);
        values.put("more", calls.size() > most && most < MOST ? address(Map.of("most", String.valueOf(Math.min(MOST, most + PAGE)))) : null);
        queue.show(render("calling/list.jte", values));
    }

    private void showCall(Call now) {
        var values = new HashMap<String, Object>();
        values.put("call", now);
        values.put("customer", now.customer() == null ? null : customers.find(now.customer()).orElse(null));
        values.put("matches", desk.matches(now));
        values.put("names", staff.names(Stream.of(now.staff(), now.notedBy()).filter(Objects::nonNull).distinct().toList()));
        values.put("now", clock.instant());
        values.put("mine", me().equals(now.staff()));
        values.put("answers", user.may(Permissions.INQUIRIES_ANSWER));
        values.put("hears", user.may(Permissions.CALLS_HEAR));
        values.put("seesCustomers", user.may(Permissions.CUSTOMERS_SEE));
        values.put("makes", user.may(Permissions.CUSTOMERS_CHANGE));
        values.put("back", address(Map.of("open", "")));
        call.show(render("calling/call.jte", values));
    }

    private void done(Runnable deed) {
        try {
            deed.run();
            refresh();
        } catch (Refused refused) {
            refresh();
            if (refused.field() == null) {
                Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
            } else {
                call.fieldError("call-" + refused.field() + ("note".equals(refused.field()) ? "-" + opened : ""), texts.get(locale(), refused.key(), refused.arguments()));
            }
        }
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
