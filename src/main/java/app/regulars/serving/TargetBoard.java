package app.regulars.serving;

import app.regulars.inquiry.HistoryStep;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryCare;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryId;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works the promises of an inquiry out from its history and keeps them for sorting and counting; the history stays the truth. */
@Component
class TargetBoard {

    private static final Set<String> GIVEN = Set.of("assigned", "unassigned", "routed", "escalated");
    private static final int MOST_MERGES = 5;

    private final Inquiries inquiries;
    private final InquiryCare care;
    private final Settings settings;
    private final FactLog tiers;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TargetBoard(Inquiries inquiries, InquiryCare care, Settings settings, FactLog tiers, JdbcTemplate jdbc, Clock clock) {
        this.inquiries = inquiries;
        this.care = care;
        this.settings = settings;
        this.tiers = tiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Also notices that the customer's tier is another now: from this moment on its targets hold. */
    @Transactional
    public List<Measured> settle(InquiryId id) {
        care.hold(id);
        var found = inquiries.find(id);
        if (found.isEmpty()) {
            return List.of();
        }
        var inquiry = found.get();
        var now = clock.instant();
        var known = tiers.of(id);
        if (inquiry.status().isOpen() || known.isEmpty()) {
            var tier = settings.tierOf(inquiry.customer());
            tiers.add(id, new FactLog.Fact(known.isEmpty() ? inquiry.openedAt() : now, tier.tier().code(), tier.source()));
        }
        var history = inquiries.history(id);
        var all = measure(inquiry, history, now, 0);
        keep(inquiry, history, all);
        inquiries.due(id, all.stream().filter(each -> each.ended() == null).map(Measured::due).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .filter(due -> inquiry.status() != InquiryStatus.WAITING_FOR_CUSTOMER && inquiry.status().isOpen()).orElse(null));
        watch(inquiry, all, now);
        return all;
    }

    private List<Measured> measure(InquiryFacts inquiry, List<HistoryStep> history, Instant asOf, int depth) {
        var hours = settings.hours();
        var events = Timeline.of(inquiry, history, inquiries.messages(inquiry.id()), tiers.of(inquiry.id()), step -> depth < MOST_MERGES ? waited(step, depth + 1) : null);
        var past = depth == 0 ? events : events.stream().filter(event -> event.at().isBefore(asOf)).toList();
        if (past.isEmpty()) {
            return List.of();
        }
        return ServiceClock.measure(past, hours, settings.goals().content(), past.getLast().at().isAfter(asOf) ? past.getLast().at() : asOf);
    }

    /** How long the customer of the one that was taken in had waited for us. */
    private Long waited(HistoryStep taken, int depth) {
        var other = taken.after() == null ? null : inquiries.find(new InquiryNumber(taken.after())).orElse(null);
        return other == null ? null : measure(other, inquiries.history(other.id()), taken.at(), depth).stream()
                .filter(each -> each.kind() != TargetKind.RESOLUTION && each.ended() == null).map(Measured::used).findFirst().orElse(null);
    }

    private void keep(InquiryFacts inquiry, List<HistoryStep> history, List<Measured> all) {
        var key = Columns.bytes(inquiry.id().value());
        var tier = tiers.of(inquiry.id()).getLast().tier();
        jdbc.update("delete from serving_target where inquiry_id = ?", key);
        for (var each : all) {
            jdbc.update("""
                    insert into serving_target (inquiry_id, kind, started, ended, used_ms, goal_ms, due, missed_at, why, type, priority, tier, team, channel, product, assignee)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update used_ms = values(used_ms)""", key, each.kind().name(), Columns.utc(each.started()),
                    utc(each.ended()), each.used(), each.goal(), utc(each.due()), utc(each.missedAt()), why(each, history), inquiry.type().code(), inquiry.priority().code(), tier,
                    Objects.toString(inquiry.team(), ""), inquiry.channel().code(), inquiry.productHandle(),
                    inquiry.assignee() == null ? null : Columns.bytes(inquiry.assignee().value()));
        }
    }

    /** Why a promise was missed, as a key: what stood in the history when it was. */
    private static String why(Measured target, List<HistoryStep> history) {
        if (target.missedAt() == null) {
            return null;
        }
        var before = history.stream().filter(step -> !step.at().isAfter(target.missedAt())).toList();
        if (before.stream().anyMatch(step -> "prioritized".equals(step.action()) && !step.at().isBefore(target.missedAt().minusMillis(1)))) {
            return "raised";
        }
        if (before.stream().map(HistoryStep::action).filter(action -> "snoozed".equals(action) || "woken".equals(action)).reduce((one, other) -> other)
                .filter("snoozed"::equals).isPresent()) {
            return "snoozed";
        }
        return before.stream().filter(step -> GIVEN.contains(step.action())).reduce((one, other) -> other).filter(step -> !"unassigned".equals(step.action())).isPresent()
                ? "assigned" : "nobody";
    }

    /** Looked at again soon, and when the time of a promise is used up. */
    private void watch(InquiryFacts inquiry, List<Measured> all, Instant now) {
        var key = Columns.bytes(inquiry.id().value());
        if (!inquiry.status().isOpen()) {
            jdbc.update("delete from serving_watch where inquiry_id = ?", key);
            return;
        }
        var soon = now.plusSeconds(inquiry.assignee() == null ? 120 : 600);
        var next = all.stream().filter(Measured::isRunning).map(Measured::due).filter(due -> due.isAfter(now) && due.isBefore(soon)).min(Comparator.naturalOrder()).orElse(soon);
        jdbc.update("insert into serving_watch (inquiry_id, look_at) values (?, ?) on duplicate key update look_at = values(look_at)", key, Columns.utc(next));
    }

    private static Object utc(Instant moment) {
        return moment == null ? null : Columns.utc(moment);
    }
}
