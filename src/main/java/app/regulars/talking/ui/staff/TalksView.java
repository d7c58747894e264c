package app.regulars.talking.ui.staff;

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
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import app.regulars.talking.Conversation;
import app.regulars.talking.TalkDesk;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The live talks that go on, and one of them to answer in. The address holds the selection. */
@JsModule("./regulars-desk.ts")
@Route("console/talks")
@Menu(title = "talking.desk.title", order = 1.5, icon = "forum")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class TalksView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient TalkDesk desk;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final Fragment queue = new Fragment("queue");
    private final Fragment talk = new Fragment("talk");
    private final Fragment composer = new Fragment("composer");
    private String opened = "";
    private String composing = "";
    private String key = UUID.randomUUID().toString();

    TalksView(TalkDesk desk, StaffDirectory staff, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        addClassNames("page", "inq", "talks-page");
        var panes = new Div(pane(new Section(queue), "queue", "talking.desk.list"), pane(new Section(talk, composer), "talk", "talking.lines"));
        panes.addClassNames("panes", "two-panes");
        add(panes);
        talk.on("take", values -> done(() -> desk.take(opened, me())));
        talk.on("hand-over", values -> staff.all().stream().map(card -> card.id()).filter(id -> id.toString().equals(values.get("to"))).findFirst()
                .ifPresent(to -> done(() -> desk.handOver(opened, to, me()))));
        talk.on("take-over", values -> done(() -> desk.takeOver(opened, values.get("why"), me())));
        page().on("here", values -> done(() -> desk.comesOrGoes(!desk.isHere(me()), me())));
        talk.on("end", values -> done(() -> desk.end(opened, "answered".equals(values.get("as")), me())));
        composer.on("say", this::say);
        composer.on("writing", values -> desk.writes(opened, me()));
        Live.on("talks", this, this::refresh);
    }

    private Section pane(Section section, String css, String labelKey) {
        section.addClassNames("pane", css);
        section.getElement().setAttribute("aria-label", getTranslation(labelKey));
        return section;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("talking.desk.title"));
        showHead();
        var wanted = parameter("open");
        var other = !wanted.equals(opened);
        opened = wanted;
        getElement().setAttribute("data-pane", wanted.isEmpty() ? "queue" : "open");
        showList();
        if (wanted.isEmpty()) {
            composing = "";
            talk.show(render("talking/desk-none.jte", Map.of()));
            composer.show("");
        } else {
            showTalk(other ? desk.open(wanted, me()) : desk.find(wanted));
        }
    }

    /** Something was said or done in any talk: the draft stays, everything around it follows. */
    private void refresh() {
        showHead();
        showList();
        if (!opened.isEmpty()) {
            try {
                showTalk(desk.find(opened));
            } catch (NotFound forgotten) {
                change(Map.of("open", ""));
            }
        }
    }

    private void showHead() {
        var here = staff.cards(desk.here()).values().stream().map(StaffCard::name).sorted().toList();
        show("talking/desk-head.jte", Map.of("here", desk.isHere(me()), "names", here, "answers", user.may(Permissions.INQUIRIES_ANSWER)));
    }

    private void showList() {
        var talks = desk.list();
        var links = new HashMap<String, String>();
        talks.forEach(each -> links.put(each.number(), address(Map.of("open", each.number()))));
        var at = talks.stream().map(Conversation::number).toList().indexOf(opened);
        var values = new HashMap<String, Object>();
        values.put("talks", talks);
        values.put("links", links);
        values.put("opened", opened);
        values.put("before", at > 0 ? links.get(talks.get(at - 1).number()) : null);
        values.put("following", at + 1 < talks.size() ? links.get(talks.get(at + 1).number()) : null);
        queue.show(render("talking/desk-list.jte", values));
    }

    private void showTalk(Conversation now) {
        var mine = me().equals(now.staff()) && !now.isOver();
        var answers = user.may(Permissions.INQUIRIES_ANSWER);
        talk.show(render("talking/desk-talk.jte", Map.of("talk", now, "staff", staff.cards(desk.here()).values().stream().sorted(Comparator.comparing(StaffCard::name)).toList(),
                "mine", mine, "answers", answers, "here", desk.isHere(me()), "leads", user.may(Permissions.STAFF_CHANGE), "back", address(Map.of("open", "")))));
        talk.getElement().executeJs("setTimeout(()=>{const s=this.querySelector('.talk-scroll');if(s)s.scrollTop=s.scrollHeight},60)");
        var wanted = mine && answers ? now.number() : "";
        if (!wanted.equals(composing)) {
            composing = wanted;
            composer.show(wanted.isEmpty() ? "" : render("talking/desk-composer.jte", Map.of("talk", now)));
            if (!wanted.isEmpty()) {
                composer.getElement().executeJs("setTimeout(()=>this.querySelector('textarea')?.focus(),80)");
            }
        }
    }

    private void say(Map<String, String> typed) {
        composer.fieldError("talk-answer", "");
        try {
            desk.say(opened, key, typed.get("text"), me());
            key = UUID.randomUUID().toString();
            composer.clearDraft("talk-" + opened);
            refresh();
        } catch (Refused refused) {
            composer.fieldError("talk-answer", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void done(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            if (refused.field() != null) {
                refresh();
                talk.fieldError("talk-" + refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
                return;
            }
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh();
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
