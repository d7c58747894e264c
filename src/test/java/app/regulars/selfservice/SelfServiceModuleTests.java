package app.regulars.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What was walked is what the report says, though nothing is kept of anybody. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class SelfServiceModuleTests {

    private static final List<String> PAGES = List.of("/search", "/p/mug", "/cart", "/checkout", "/checkout/done/HL-1", "/track", "/track/x", "/my/privacy", "/ask", "/my/orders/HL-1/reorder");
    private static final List<String> DEEDS = List.of("cart-filled", "consent-changed", "question-typed", "question-sent", "address-opened", "address-saved", "forum-written");

    @Autowired
    private WalkCounts counts;
    @Autowired
    private Walks walks;
    @Autowired
    private SelfServiceDesk desk;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Shop shop;
    @Autowired
    private Clock clock;

    @BeforeEach
    void empty() {
        counts.write();
        jdbc.update("delete from self_service_count");
    }

    /** Beside the counts every walk is remembered here, as the product does not. */
    @Test
    void theReportSaysWhatTwoHundredPeopleDid() {
        var random = new Random(7);
        var walked = new ArrayList<Walk.Cell>();
        for (int person = 0; person < 200; person++) {
            var trail = new Trail();
            var mine = new ArrayList<Walk.Cell>();
            for (int step = 0; step < 12; step++) {
                var at = clock.instant();
                var moves = random.nextInt(8) == 0 ? trail.asked(Flow.values()[random.nextInt(Flow.values().length)], at, today())
                        : random.nextBoolean() ? trail.shown(any(random, PAGES), "" + random.nextInt(4), at, today()) : trail.done(any(random, DEEDS), at, today());
                for (var move : moves) {
                    if (move.before() != null) {
                        assertThat(mine.remove(move.before())).isTrue();
                    }
                    mine.add(move.after());
                }
                counts.count(moves);
            }
            walked.addAll(mine);
            if (person % 40 == 0) {
                counts.write();
            }
        }
        counts.write();
        for (var report : desk.report(1)) {
            var of = walked.stream().filter(cell -> cell.flow() == report.flow()).toList();
            assertThat(report.begun()).as(report.flow().code()).isEqualTo(of.size());
            assertThat(report.finished()).isEqualTo(of.stream().filter(Walk.Cell::finished).count());
            assertThat(report.asked()).isEqualTo(of.stream().filter(Walk.Cell::asked).count());
            assertThat(report.stopped()).isEqualTo(IntStream.rangeClosed(0, report.flow().last())
                    .mapToObj(step -> of.stream().filter(cell -> !cell.finished() && cell.furthest() == step).count()).toList());
            var steps = of.stream().filter(Walk.Cell::finished).map(Walk.Cell::steps).sorted().toList();
            assertThat(report.medianSteps()).isEqualTo(steps.isEmpty() ? null : (steps.get((steps.size() - 1) / 2) + steps.get(steps.size() / 2)) / 2.0);
        }
        assertThat(jdbc.queryForObject("select sum(walks) from self_service_count", Long.class)).isEqualTo(walked.size());
        assertThat(jdbc.queryForObject("select count(*) from self_service_count where walks < 0", Long.class)).isZero();
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void comparesWithTheSpanBefore() {
        count(new Walk.Cell(today().minusDays(8), Flow.ASK, 2, 3, true, false), 3);
        count(new Walk.Cell(today().minusDays(8), Flow.ASK, 0, 1, false, false), 1);
        count(new Walk.Cell(today(), Flow.ASK, 1, 2, false, true), 2);
        count(new Walk.Cell(today().minusDays(15), Flow.ASK, 0, 1, false, false), 9);
        var asking = desk.report(7).get(Flow.ASK.ordinal());
        assertThat(asking.begun()).isEqualTo(2);
        assertThat(asking.finishedShare()).isZero();
        assertThat(asking.finishedBefore()).isEqualTo(.75);
        assertThat(asking.askedShare()).isEqualTo(1);
        assertThat(asking.worst()).isEqualTo(1);
        assertThat(asking.isEnough()).isFalse();
    }

    @Test
    void aLinkFollowedInAnotherBrowserMovesOneOfThoseThatWait() {
        count(new Walk.Cell(today().minusDays(1), Flow.REGISTER, 1, 2, false, false), 2);
        counts.wentOnElsewhere(Flow.REGISTER, 2, today());
        counts.write();
        var registering = desk.report(7).getFirst();
        assertThat(registering.begun()).isEqualTo(2);
        assertThat(registering.finished()).isEqualTo(1);
        assertThat(registering.stopped()).containsExactly(0L, 1L, 0L);
        counts.wentOnElsewhere(Flow.REGISTER, 2, today());
        counts.wentOnElsewhere(Flow.REGISTER, 2, today());
        counts.write();
        assertThat(desk.report(7).getFirst().finished()).as("no more than had begun").isEqualTo(2);
    }

    @Test
    void aCopyOfAnInvoiceIsCountedWithAndWithoutASession() {
        var session = new MockHttpSession();
        walks.copied(session, "/my/invoices/HLI-2026-00001.pdf");
        walks.copied(session, "/my/invoices/HLI-2026-00001.pdf");
        walks.copied(null, "/papers/aSecret/HLI-2026-00001.pdf");
        counts.write();
        assertThat(desk.report(1).get(Flow.INVOICE.ordinal()).finished()).isEqualTo(2);
    }

    @Test
    void isForStaffOnly() {
        var staff = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> desk.report(7))
                    .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
        } finally {
            SecurityContextHolder.setContext(staff);
        }
    }

    private void count(Walk.Cell cell, int times) {
        IntStream.range(0, times).forEach(time -> counts.count(List.of(new Trail.Move(null, cell))));
        counts.write();
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }
}
