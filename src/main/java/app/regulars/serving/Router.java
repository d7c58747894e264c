package app.regulars.serving;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryCare;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryId;
import app.regulars.inquiry.Priority;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a new inquiry where the rules say, once, and writes down why. */
@Component
class Router {

    private final Inquiries inquiries;
    private final InquiryCare care;
    private final Settings settings;
    private final Placing placing;
    private final Decisions decisions;
    private final PastLikeness past;
    private final CustomerDirectory customers;
    private final Catalog catalog;
    private final RouteWords words;
    private final Clock clock;

    Router(Inquiries inquiries, InquiryCare care, Settings settings, Placing placing, Decisions decisions, PastLikeness past, CustomerDirectory customers, Catalog catalog, RouteWords words,
           Clock clock) {
        this.inquiries = inquiries;
        this.care = care;
        this.settings = settings;
        this.placing = placing;
        this.decisions = decisions;
        this.past = past;
        this.customers = customers;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    @Transactional
    public void route(InquiryId id) {
        care.hold(id);
        var found = inquiries.find(id).filter(inquiry -> inquiry.status().isOpen() && inquiry.assignee() == null);
        if (found.isEmpty() || decisions.isDecided(id)) {
            return;
        }
        var inquiry = found.get();
        var book = settings.routingAt(inquiry.openedAt());
        var facts = facts(inquiry, book.content());
        var team = book.content().decide(facts).team();
        var inputs = new Decision.Inputs(facts, team == null ? List.of() : placing.hands(team));
        var result = Decisions.decide(book.content(), inputs);
        decisions.keep(new Decision(Ids.next(), id, book.version(), inputs, result, clock.instant(), null), inquiry.customer());
        if (result.route().position() > 0) {
            var to = result.pick() == null || result.pick().staff() == null ? null : new StaffId(result.pick().staff());
            var priority = result.route().priority() == null ? null : Priority.of(result.route().priority());
            inquiries.route(id, team, to, priority, words.of(result));
        }
    }

    private RoutingBook.Facts facts(InquiryFacts inquiry, RoutingBook book) {
        var alike = book.rules().stream().anyMatch(rule -> rule.on() && rule.alike() != null);
        var guess = alike ? past.guess(inquiry) : null;
        var language = inquiry.language() != null ? inquiry.language() : customers.find(inquiry.customer()).map(card -> card.locale().getLanguage()).orElse("en");
        return new RoutingBook.Facts(inquiry.type().code(), inquiry.productHandle(), categories(inquiry), language, past.text(inquiry),
                settings.tierOf(inquiry.customer()).tier().code(), inquiry.channel().code(), guess == null ? null : guess.label(),
                guess == null ? 0 : (int) Math.round(guess.share() * 100), guess == null ? List.of() : guess.like());
    }

    private List<String> categories(InquiryFacts inquiry) {
        return inquiry.productHandle() == null ? List.of() : catalog.categoriesOf(inquiry.productHandle());
    }

    /** What these rules would have done with the inquiries of the last days, beside what was done. @param days at most 365 */
    @Transactional(readOnly = true)
    public List<TestLine> test(RoutingBook draft, int days) {
        var lines = new ArrayList<TestLine>();
        for (var inquiry : care.since(clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 365))), 1000)) {
            var route = draft.decide(facts(inquiry, draft));
            var other = route.team() != null && !route.team().equals(inquiry.team()) || route.priority() != null && !route.priority().equals(inquiry.priority().code())
                    || route.person() != null && (inquiry.assignee() == null || !route.person().equals(inquiry.assignee().value()));
            lines.add(new TestLine(inquiry, route, other));
        }
        return lines;
    }

    /** One inquiry of the past. @param other whether the rules would have done something else */
    record TestLine(InquiryFacts inquiry, RoutingBook.Route route, boolean other) {
    }
}
