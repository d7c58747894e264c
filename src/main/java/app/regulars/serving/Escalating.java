package app.regulars.serving;

import app.regulars.inquiry.Explanation;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryCare;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryId;
import app.regulars.inquiry.Priority;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Does what the rules say when a promise is nearly missed or missed: each rule once for each promise, and into the history. */
@Component
class Escalating {

    private static final JsonMapper JSON = new JsonMapper();
    /** After these the rules give nothing any more. */
    private static final Set<String> BY_HAND = Set.of("assigned", "unassigned", "team");
    private static final int MOST_TOLD = 10;

    private final TargetBoard board;
    private final Settings settings;
    private final Placing placing;
    private final Decisions decisions;
    private final Inquiries inquiries;
    private final InquiryCare care;
    private final StaffDirectory staff;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Escalating(TargetBoard board, Settings settings, Placing placing, Decisions decisions, Inquiries inquiries, InquiryCare care, StaffDirectory staff, Notifications notifications, Templates templates, Texts texts,
               PublicAddress address, JdbcTemplate jdbc, Clock clock) {
        this.board = board;
        this.settings = settings;
        this.placing = placing;
        this.decisions = decisions;
        this.inquiries = inquiries;
        this.care = care;
        this.staff = staff;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are to be looked at, the longest due first; then open ones that were never measured, such as those of an earlier version. */
    List<InquiryId> due(int limit) {
        var due = new ArrayList<>(ids("select inquiry_id from serving_watch where look_at <= ? order by look_at limit ?", Columns.utc(clock.instant()), limit));
        due.addAll(ids("select i.id from inquiry i left join serving_watch w on w.inquiry_id = i.id where i.in_queue = true and w.inquiry_id is null order by i.id limit ?",
                limit - due.size()));
        return due;
    }

    private List<InquiryId> ids(String sql, Object... values) {
        return jdbc.query(sql, (row, n) -> new InquiryId(Columns.uuid(row.getBytes(1))), values);
    }

    /** Everything that is open is to be looked at now. */
    @Transactional
    public void again() {
        jdbc.update("update serving_watch set look_at = ?", Columns.utc(clock.instant()));
    }

    @Transactional
    public void look(InquiryId id) {
        var all = board.settle(id);
        var found = inquiries.find(id);
        if (found.isEmpty() || !found.get().status().isOpen()) {
            return;
        }
        var book = settings.escalation().content();
        for (var target : all) {
            if (target.ended() == null && target.goal() != null) {
                book.rules().stream().filter(rule -> rule.target() == null || rule.target() == target.kind()).filter(rule -> reached(rule, target))
                        .forEach(rule -> escalate(found.get(), target, rule, book));
            }
        }
        alert(id, book);
        again(id);
    }

    private static boolean reached(EscalationBook.Rule rule, Measured target) {
        return rule.percent() >= 100 ? target.missedAt() != null : target.used() * 100 >= target.goal() * rule.percent();
    }

    private void escalate(InquiryFacts inquiry, Measured target, EscalationBook.Rule rule, EscalationBook book) {
        var key = Columns.bytes(inquiry.id().value());
        if (jdbc.queryForObject("select count(*) from serving_escalation where inquiry_id = ? and kind = ? and started = ? and rule_name = ?", Long.class, key, target.kind().name(),
                Columns.utc(target.started()), rule.name()) > 0) {
            return;
        }
        var to = rule.person() != null ? new StaffId(rule.person()) : rule.team() != null ? placing.inTeam(rule.team()).orElse(null) : placing.instead(inquiry).orElse(null);
        var raised = rule.raise() && inquiry.priority().ordinal() + 1 < Priority.values().length ? Priority.values()[inquiry.priority().ordinal() + 1] : null;
        var missed = rule.percent() >= 100;
        var told = rule.mail() ? tell(inquiry, to == null ? inquiry.assignee() : to, book, "escalation:" + inquiry.id() + ":" + target.kind() + ":" + target.started().toEpochMilli() + ":"
                + rule.name(), "serving.mail." + (missed ? "missed" : "nearly")) : 0;
        var done = Map.of("rule", rule.name(), "how", missed ? "missed" : "nearly", "target", target.kind().code(), "percent", String.valueOf(rule.percent()),
                "priority", raised == null ? "none" : raised.code(), "team", rule.team() == null ? "none" : rule.team(),
                "person", to == null ? "none" : staff.find(to).map(card -> card.name()).orElse("none"), "told", String.valueOf(told));
        jdbc.update("insert into serving_escalation (inquiry_id, kind, started, rule_name, done, escalated_at) values (?, ?, ?, ?, ?, ?)", key, target.kind().name(),
                Columns.utc(target.started()), rule.name(), JSON.writeValueAsString(done), Columns.utc(clock.instant()));
        care.escalate(inquiry.id(), rule.team(), to, raised, new Explanation("serving.escalated.words", done));
    }

    /** Nobody has it, and for too long: those who are alerted hear of it once. */
    private void alert(InquiryId id, EscalationBook book) {
        var inquiry = inquiries.find(id).orElseThrow();
        var waited = settings.hours().open(inquiry.team(), inquiry.openedAt().toEpochMilli(), clock.instant().toEpochMilli());
        if (inquiry.assignee() != null || waited < Duration.ofMinutes(book.unassignedMinutes()).toMillis()) {
            return;
        }
        var now = Columns.utc(clock.instant());
        if (jdbc.update("update serving_watch set alerted_at = ? where inquiry_id = ? and alerted_at is null", now, Columns.bytes(id.value())) > 0) {
            tell(inquiry, null, book, "unassigned:" + id, "serving.mail.unassigned");
            care.escalate(id, null, null, null, new Explanation("serving.escalated.unassigned", Map.of("minutes", String.valueOf(book.unassignedMinutes()))));
        }
    }

    /** The rules sent it to a team in which nobody could take it then: as soon as somebody can, it is hers. What staff have given or taken since is left alone. */
    private void again(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow();
        if (inquiry.assignee() != null || inquiry.team() == null || !inquiry.status().isOpen() || inquiry.snoozedUntil() != null
                || inquiries.history(id).stream().anyMatch(step -> BY_HAND.contains(step.action()))) {
            return;
        }
        var to = placing.inTeam(inquiry.team());
        if (decisions.isDecided(id) && to.isPresent()) {
            decisions.picked(id, to.get());
            inquiries.route(id, null, to.get(), null, new Explanation("serving.route.later", Map.of("team", inquiry.team(), "person", staff.find(to.get()).map(card -> card.name()).orElse("none"))));
        }
    }

    /** Whoever has it, else those who are alerted, else all who set the shop up: somebody always hears of it. @param whom null for nobody */
    private int tell(InquiryFacts inquiry, StaffId whom, EscalationBook book, String key, String text) {
        var cards = working(Stream.ofNullable(whom));
        if (cards.isEmpty()) {
            cards = working(book.alerted().stream().map(StaffId::new));
        }
        if (cards.isEmpty()) {
            cards = staff.all().stream().filter(card -> may(card.id())).limit(MOST_TOLD).toList();
        }
        for (var card : cards) {
            var locale = card.locale();
            var subject = texts.get(locale, text, Map.of("number", inquiry.number().value()));
            notifications.post(new OutgoingMail(key + ":" + card.id(), "serving.escalation", null, null, card.email(), locale, subject,
                    templates.render("serving/mail.jte", locale, Map.of("title", subject, "subject", inquiry.subject(), "address",
                            address.of("/console/inquiries?queue=all-open&open=" + inquiry.number().value())))));
        }
        return cards.size();
    }

    private List<StaffCard> working(Stream<StaffId> people) {
        return people.filter(id -> staff.access(id).isPresent()).map(staff::find).flatMap(Optional::stream).toList();
    }

    private boolean may(StaffId id) {
        return staff.access(id).filter(access -> access.roles().contains(Permissions.SHOP_SETUP)).isPresent();
    }
}
