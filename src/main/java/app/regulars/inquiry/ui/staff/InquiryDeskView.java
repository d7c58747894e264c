package app.regulars.inquiry.ui.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.regulars.staff.StaffDirectory;
import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Deed;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.InquiryFilter;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.Priority;
import app.regulars.inquiry.ui.InquiriesOfCustomer;
import app.regulars.ordering.ui.OrderBeside;
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
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Queue, conversation, and the customer beside it. The address holds queue, search and selection. */
@Route("console/inquiries")
@Menu(title = "inquiry.desk.title", order = 1, icon = "talk")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class InquiryDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient InquiryDesk desk;
    private final transient Catalog catalog;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient TargetClock target;
    private final Fragment queue = new Fragment("queue");
    private final Fragment talk = new Fragment("talk");
    private final Fragment composer = new Fragment("composer");
    private final Fragment context = new Fragment("context");
    private final OrderBeside order;
    private final InquiriesOfCustomer earlier;
    private final Aside beside = new Aside();
    private String opened = "";
    private int version;
    private String requestKey = "";

    InquiryDeskView(InquiryDesk desk, Catalog catalog, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, TargetClock target,
            OrderBeside order, InquiriesOfCustomer earlier, Templates templates) {
        super(templates);
        this.desk = desk;
        this.catalog = catalog;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.target = target;
        this.order = order;
        this.earlier = earlier;
        addClassNames("page", "inq");
        var list = pane(new Section(queue), "queue", "inquiry.desk.queue");
        var conversation = pane(new Section(talk, composer), "talk", "inquiry.desk.conversation");
        var earlierTalk = new Section(new H2(getTranslation("inquiry.desk.earlier")), earlier);
        beside.add(context, order, earlierTalk);
        beside.addClassNames("pane", "ctx");
        beside.setId("ctx");
        beside.getElement().setAttribute("tabindex", "-1");
        beside.getElement().setAttribute("aria-label", getTranslation("inquiry.desk.context"));
        var panes = new Div(list, conversation, beside);
        panes.addClassName("panes");
        add(panes);
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
        context.on("context", values -> toggleContext());
        talk.on("context", values -> toggleContext());
        talk.on("assign", values -> done(desk.assign(number(), version, assignee(values.get("value")), me())));
        talk.on("mine", values -> done(desk.assign(number(), version, me(), me())));
        talk.on("prioritize", values -> done(desk.prioritize(number(), version, Priority.of(values.get("value")), me())));
        talk.on("resolve", values -> done(desk.resolve(number(), version, me())));
        talk.on("reopen", values -> done(desk.reopen(number(), version, me())));
        composer.on("send", this::send);
        Live.on("inquiries", this, this::refresh);
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
        var filter = new InquiryFilter(InquiryFilter.Queue.of(parameter("queue").isEmpty() ? "mine" : parameter("queue")), parameter("q"));
        var page = number("page", 1, 1, 10_000);
        var rows = desk.list(filter, me(), page - 1, PAGE);
        var counts = desk.counts(me());
        var tabs = Arrays.stream(InquiryFilter.Queue.values()).map(each -> new QueueTab(each.code(), counts.of(each), each == filter.queue(),
                address(Map.of("queue", each.code(), "open", "", "page", "")))).toList();
        show("inquiry/desk-head.jte", Map.of("tabs", tabs, "query", parameter("q")));
        var lines = new ArrayList<QueueLine>();
        rows.forEach(row -> lines.add(new QueueLine(row, address(Map.of("open", row.number().value())), row.number().value().equals(parameter("open")),
                target.of(row, locale()))));
        var values = new HashMap<String, Object>();
        values.put("lines", lines);
        values.put("query", parameter("q"));
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", rows.size() == PAGE ? address(Map.of("page", String.valueOf(page + 1))) : null);
        queue.show(render("inquiry/desk-queue.jte", values));
    }

    private void showConversation() {
        var asked = parameter("open");
        getElement().setAttribute("data-pane", asked.isEmpty() ? "queue" : "open");
        if (asked.isEmpty()) {
            opened = "";
            title(getTranslation("inquiry.desk.title"));
            talk.show(render("inquiry/desk-none.jte", Map.of()));
            composer.show("");
            context.show("");
            beside.setVisible(false);
            return;
        }
        var wanted = new InquiryNumber(asked);
        var other = !wanted.value().equals(opened);
        var file = other ? desk.open(wanted, me()) : desk.find(wanted);
        opened = wanted.value();
        version = file.version();
        title(file.inquiry().subject());
        showTalk(file, true);
        if (other) {
            getElement().setAttribute("data-ctx", "closed");
            showComposer(file);
            talk.getElement().executeJs("setTimeout(()=>{if(innerWidth<=700)this.querySelector('.msgs > :last-child')?.scrollIntoView({block:'center'})},120)");
        }
        showContext(file);
    }

    /** @param trusted whether the person has now seen this version */
    private void showTalk(InquiryFile file, boolean trusted) {
        if (trusted) {
            version = file.version();
        }
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("lines", ConversationLine.of(file));
        values.put("target", target.of(file.inquiry(), locale()));
        values.put("staff", staff.all());
        values.put("me", me());
        values.put("back", address(Map.of("open", "")));
        values.put("changed", file.version() != version);
        talk.show(render("inquiry/desk-talk.jte", values));
        talk.getElement().executeJs("setTimeout(()=>{const s=this.querySelector('.talk-scroll');if(s)s.scrollTop=s.scrollHeight},60)");
    }

    private void showComposer(InquiryFile file) {
        requestKey = UUID.randomUUID().toString();
        var email = customers.find(file.inquiry().customer()).map(card -> card.email()).orElse("");
        composer.show(render("inquiry/desk-composer.jte", Map.of("file", file, "email", email == null ? "" : email)));
    }

    private void showContext(InquiryFile file) {
        beside.setVisible(true);
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("product", file.productHandle() == null ? null
                : catalog.cardsForStaff(List.of(file.productHandle())).stream().findFirst().map(card -> card.name().in(locale())).orElse(file.productHandle()));
        values.put("customer", customers.find(file.inquiry().customer()).orElse(null));
        context.show(render("inquiry/desk-context.jte", values));
        order.show(file.inquiry().orderNumber(), file.inquiry().customer());
        earlier.show(file.inquiry().customer(), file.inquiry().number().value());
    }

    /** Where the window is too narrow for three panes, the third comes over the conversation; on a phone it stands below. */
    private void toggleContext() {
        var open = !"open".equals(getElement().getAttribute("data-ctx"));
        getElement().setAttribute("data-ctx", open ? "open" : "closed");
        if (open) {
            beside.getElement().executeJs("this.scrollIntoView({behavior: 'smooth', block: 'start'}); this.focus({preventScroll: true})");
        }
    }

    private void send(Map<String, String> typed) {
        var note = "note".equals(typed.get("kind"));
        var field = note ? "note-text" : "answer-text";
        composer.fieldError(field, "");
        try {
            if (note) {
                desk.note(number(), typed.get("note"), requestKey, me());
                composer.clearDraft("note-" + opened);
                Notices.done(getTranslation("inquiry.desk.noted"));
                sent(desk.find(number()));
                return;
            }
            var then = "resolved".equals(typed.get("then")) ? InquiryStatus.RESOLVED : InquiryStatus.WAITING_FOR_CUSTOMER;
            switch (desk.reply(number(), version, typed.get("text"), then, requestKey, me())) {
                case Deed.Done done -> {
                    composer.clearDraft("answer-" + opened);
                    Notices.done(getTranslation("inquiry.desk.sent"));
                    sent(desk.find(number()));
                }
                case Deed.ChangedMeanwhile changed -> {
                    // the draft stays where it is; the next press sends it, knowing what came in between
                    showTalk(changed.now(), true);
                    composer.fieldError(field, getTranslation("inquiry.desk.changed-draft"));
                }
            }
        } catch (Refused refused) {
            composer.fieldError(field, texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void sent(InquiryFile now) {
        requestKey = UUID.randomUUID().toString();
        showTalk(now, true);
        showQueue();
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
