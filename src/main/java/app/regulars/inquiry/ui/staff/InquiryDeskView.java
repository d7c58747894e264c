package app.regulars.inquiry.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Deed;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryField;
import app.regulars.inquiry.InquiryFieldDesk;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.InquiryFilter;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryPresence;
import app.regulars.inquiry.InquirySorting;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Priority;
import app.regulars.inquiry.ui.FileBasket;
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
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queue, conversation, and the customer beside it. The address holds queue, search and selection. */
@JsModule("./regulars-desk.ts")
@Route("console/inquiries")
@Menu(title = "inquiry.desk.title", order = 1, icon = "talk")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class InquiryDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient InquiryDesk desk;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient TargetClock target;
    private final transient InquirySorting sorting;
    private final transient DeskTools tools;
    private final transient QueuePane chosen;
    private final transient AnswerPane answer;
    private final transient Attendance attendance;
    private final transient TalkMenu menu;
    private final Fragment queue = new Fragment("queue");
    private final Fragment talk = new Fragment("talk");
    private final Fragment composer = new Fragment("composer");
    private final BesidePane beside;
    private UUID undoable;
    private int undoableCount;
    private String opened = "";
    private int version;
    private int notes;
    private transient Instant seen = Instant.EPOCH;

    InquiryDeskView(InquiryDesk desk, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, TargetClock target, InquirySorting sorting,
            InquiryPresence presence, DeskTools tools, FileBasket files, BesidePane beside, Templates templates) {
        super(templates);
        this.desk = desk;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.target = target;
        this.sorting = sorting;
        this.tools = tools;
        this.beside = beside;
        this.chosen = new QueuePane(queue, sorting, staff, this::me, tools::moment, this::showQueue, this::sorted);
        this.menu = new TalkMenu(talk, composer, sorting, tools, this::me, this::number, this::seen, this::again, this::sorted, texts, this::locale);
        this.attendance = new Attendance(presence, tools, talk, this, this::me, this::locale);
        this.answer = new AnswerPane(composer, files.in(this, composer, "desk-files"), desk, customers, tools, texts, new Writing());
        addClassNames("page", "inq");
        var list = pane(new Section(queue), "queue", "inquiry.desk.queue");
        var conversation = pane(new Section(talk, beside.suggestions(), composer), "talk", "inquiry.desk.conversation");
        var panes = new Div(list, conversation, beside);
        panes.addClassName("panes");
        add(panes);
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "after", "")));
        page().on("narrow", values -> {
            if (Set.of("type", "priority", "channel", "team").contains(values.getOrDefault("name", ""))) {
                change(Map.of(values.get("name"), values.getOrDefault("value", ""), "after", ""));
            }
        });
        page().on("next", values -> next());
        page().on("undo", values -> undo());
        composer.on("writing", values -> attendance.write());
        beside.context().on("context", values -> toggleContext());
        beside.suggestions().on("suggested", values -> menu.insert(beside.suggested(values.get("value"))));
        beside.fields().on("fill", this::fill);
        talk.on("context", values -> toggleContext());
        menu.listen();
        talk.on("assign", values -> done(desk.assign(number(), seen(values), assignee(values.get("value")), me())));
        talk.on("mine", values -> done(desk.assign(number(), seen(values), me(), me())));
        talk.on("prioritize", values -> done(desk.prioritize(number(), seen(values), Priority.of(values.get("value")), me())));
        talk.on("resolve", values -> done(desk.resolve(number(), seen(values), me())));
        talk.on("reopen", values -> done(desk.reopen(number(), seen(values), me())));
        Live.on("inquiries", this, this::refresh);
    }

    /** What the answer is written into. */
    private final class Writing implements AnswerPane.Talk {

        @Override
        public InquiryNumber number() {
            return InquiryDeskView.this.number();
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public int notes() {
            return notes;
        }

        @Override
        public StaffId me() {
            return InquiryDeskView.this.me();
        }

        @Override
        public Locale locale() {
            return InquiryDeskView.this.locale();
        }

        @Override
        public void overtaken(InquiryFile now) {
            showTalk(now, true);
        }

        @Override
        public void sent(InquiryFile now) {
            attendance.pause();
            seen = Instant.MAX;
            showTalk(now, true);
            showQueue();
        }
    }

    private Section pane(Section section, String css, String labelKey) {
        section.addClassNames("pane", css);
        section.getElement().setAttribute("aria-label", getTranslation(labelKey));
        return section;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        showQueue();
        showConversation();
    }

    /** Something changed somewhere: the draft stays, everything around it follows. */
    private void refresh() {
        showQueue();
        if (!opened.isEmpty()) {
            showTalk(desk.find(number()), false);
        }
    }

    private void showQueue() {
        var queueNow = InquiryFilter.Queue.of(parameter("queue").isEmpty() ? "mine" : parameter("queue"));
        var filter = new InquiryFilter(queueNow, parameter("q"), parameter("team").isEmpty() ? null : parameter("team"),
                parameter("type").isEmpty() ? null : InquiryType.of(parameter("type")), parameter("priority").isEmpty() ? null : Priority.of(parameter("priority")),
                parameter("channel").isEmpty() ? null : InquiryChannel.of(parameter("channel")), InquiryFilter.Place.of(parameter("after")));
        var rows = desk.list(filter, me(), PAGE, locale());
        var counts = desk.counts(me());
        var teams = tools.teams(locale());
        var tabs = Arrays.stream(InquiryFilter.Queue.values()).filter(each -> each != InquiryFilter.Queue.TEAM || !teams.isEmpty())
                .map(each -> new QueueTab(each.code(), counts.of(each), each == queueNow,
                        address(Map.of("queue", each.code(), "open", "", "after", "", "team", each == InquiryFilter.Queue.TEAM ? teams.keySet().iterator().next() : "")))).toList();
        var head = new HashMap<String, Object>();
        head.put("tabs", tabs);
        head.put("query", parameter("q"));
        head.put("filter", filter);
        head.put("teams", teams);
        head.put("undo", undoable == null ? -1 : undoableCount);
        show("inquiry/desk-head.jte", head);
        var marked = chosen.chosenOf(rows);
        var lines = rows.stream().map(row -> new QueueLine(row, address(Map.of("open", row.number().value())), row.number().value().equals(parameter("open")),
                target.of(row, locale()), marked.contains(row.number().value()))).toList();
        var at = rows.stream().map(row -> row.number().value()).toList().indexOf(parameter("open"));
        var values = new HashMap<String, Object>();
        values.put("lines", lines);
        values.put("query", parameter("q"));
        values.put("staff", staff.all());
        values.put("teams", teams);
        values.put("chosen", marked.size());
        values.put("before", at > 0 ? lines.get(at - 1).address() : null);
        values.put("following", at + 1 < lines.size() ? lines.get(at + 1).address() : null);
        values.put("newer", filter.after() != null ? address(Map.of("after", "")) : null);
        values.put("older", rows.size() == PAGE ? address(Map.of("after", InquiryFilter.Place.of(rows.getLast(), queueNow).toString())) : null);
        queue.show(render("inquiry/desk-queue.jte", values));
    }

    private void next() {
        desk.next(me(), opened.isEmpty() ? null : number()).ifPresentOrElse(found -> change(Map.of("open", found.value(), "after", "")),
                () -> Notices.done(getTranslation("inquiry.desk.next.none")));
    }

    /** Something was done that can be taken back as one. */
    private void sorted(InquirySorting.Sorted sorted, int of) {
        undoable = sorted.deed();
        undoableCount = sorted.changed();
        again();
        if (!sorted.overtaken().isEmpty()) {
            Notices.error(getTranslation("inquiry.bulk.changed", "numbers", sorted.overtaken().stream().map(InquiryNumber::value).collect(Collectors.joining(", "))));
        }
    }

    private void undo() {
        if (undoable != null) {
            var back = sorting.undo(undoable, me());
            undoable = null;
            Notices.done(getTranslation("inquiry.desk.undone", "count", back));
            again();
        }
    }

    private void again() {
        showQueue();
        if (!opened.isEmpty()) {
            showTalk(desk.find(number()), true);
        }
    }

    private void showConversation() {
        var asked = parameter("open");
        getElement().setAttribute("data-pane", asked.isEmpty() ? "queue" : "open");
        if (asked.isEmpty()) {
            attendance.leave();
            opened = "";
            title(getTranslation("inquiry.desk.title"));
            talk.show(render("inquiry/desk-none.jte", Map.of()));
            composer.show("");
            beside.suggestions().show("");
            beside.setVisible(false);
            return;
        }
        var wanted = new InquiryNumber(asked);
        var other = !wanted.value().equals(opened);
        var file = other ? desk.open(wanted, me()) : desk.find(wanted);
        opened = wanted.value();
        version = file.version();
        title(file.inquiry().subject());
        seen = other ? Instant.MAX : seen;
        showTalk(file, true);
        if (other) {
            attendance.arrive(file.inquiry().id());
            getElement().setAttribute("data-ctx", "closed");
            answer.show(file);
            beside.suggest(file, locale());
            talk.getElement().executeJs("setTimeout(()=>{if(innerWidth<=700)this.querySelector('.msgs > :last-child')?.scrollIntoView({block:'center'})},120)");
        }
        beside.show(file, locale());
        beside.showFields(wanted, tools.filled(wanted), tools.mayAnswer(), locale());
    }

    /** @param trusted whether the person has now seen this version */
    private void showTalk(InquiryFile file, boolean trusted) {
        if (trusted) {
            version = file.version();
            notes = file.notes().size();
            chosen.saw(file.inquiry().number(), version);
        }
        if (Instant.MAX.equals(seen)) {
            seen = ConversationLine.latest(file);
        }
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("lines", ConversationLine.of(file, why -> texts.get(locale(), why.key(), Map.copyOf(tools.named(why, locale())))));
        values.put("seen", seen);
        values.put("others", attendance.others());
        values.put("teams", tools.teams(locale()));
        values.put("same", tools.othersOf(file));
        values.put("target", target.of(file.inquiry(), locale()));
        values.put("staff", staff.all());
        values.put("me", me());
        values.put("back", address(Map.of("open", "")));
        values.put("changed", file.version() != version || file.notes().size() != notes);
        talk.show(render("inquiry/desk-talk.jte", values));
        talk.getElement().executeJs("setTimeout(()=>{const s=this.querySelector('.talk-scroll');if(s)s.scrollTop=s.scrollHeight},60)");
    }

    /** Keeps what was answered to the questions of its type. */
    private void fill(Map<String, String> typed) {
        typed.keySet().stream().filter(name -> name.startsWith("field-")).findFirst().ifPresent(first -> beside.fields().fieldError(first, ""));
        try {
            tools.fill(number(), typed, me());
            Notices.done(getTranslation("inquiry.field.kept"));
            beside.showFields(number(), tools.filled(number()), tools.mayAnswer(), locale());
            showTalk(desk.find(number()), true);
        } catch (Refused refused) {
            var values = new HashMap<String, Object>(refused.arguments());
            if (values.get("stands") instanceof String stands) {
                values.put("now", shown(refused.field(), stands));
                // whoever has read that and presses again means it
                beside.fields().getElement().executeJs("const stood=this.querySelector('[name=\"'+$0+'\"]');if(stood)stood.value=$1", InquiryFieldDesk.STOOD + refused.field(), stands);
            }
            beside.fields().fieldError(refused.field(), texts.get(locale(), refused.key(), values));
        }
    }

    /** As the page shows it, for a sentence. */
    private String shown(String input, String kept) {
        var field = tools.filled(number()).stream().map(InquiryFieldDesk.Filled::field).filter(each -> each.input().equals(input)).findFirst().orElseThrow();
        return kept.isEmpty() ? "–" : field.kind() == InquiryField.Kind.YES_NO ? getTranslation("inquiry.field." + kept) : field.shown(kept, locale());
    }

    /** Where the window is too narrow for three panes, the third comes over the conversation; on a phone it stands below. */
    private void toggleContext() {
        var open = !"open".equals(getElement().getAttribute("data-ctx"));
        getElement().setAttribute("data-ctx", open ? "open" : "closed");
        if (open) {
            beside.reveal();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        attendance.leave();
    }

    /** The state in which the pressed button stood on the page; what came later nobody has seen. */
    private int seen(Map<String, String> values) {
        return Math.max(version, AnswerPane.version(values.get("seen")));
    }

    private void done(Deed deed) {
        if (deed instanceof Deed.ChangedMeanwhile changed) {
            showTalk(changed.now(), true);
            Notices.error(getTranslation("inquiry.desk.changed"));
        } else {
            showTalk(desk.find(number()), true);
            showQueue();
        }
    }

    private InquiryNumber number() {
        if (opened.isEmpty()) {
            throw new NotFound();
        }
        return new InquiryNumber(opened);
    }

    private StaffId me() {
        return user.requireStaff();
    }

    private StaffId assignee(String value) {
        return staff.all().stream().map(card -> card.id()).filter(id -> id.toString().equals(value)).findFirst().orElse(null);
    }
}
