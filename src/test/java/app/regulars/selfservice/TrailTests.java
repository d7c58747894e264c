package app.regulars.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What of one browser is counted. */
class TrailTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOON = Instant.parse("2026-11-22T16:00:00Z");

    private final Trail trail = new Trail();

    @Test
    void aWalkIsCountedWhereItIsAndOnlyThere() {
        assertThat(trail.done("cart-filled", NOON, TODAY)).containsExactly(new Trail.Move(null, cell(Flow.ORDER, 0, 1, false)));
        assertThat(shown("/cart")).containsExactly(new Trail.Move(cell(Flow.ORDER, 0, 1, false), cell(Flow.ORDER, 1, 2, false)));
        assertThat(shown("/checkout")).containsExactly(new Trail.Move(cell(Flow.ORDER, 1, 2, false), cell(Flow.ORDER, 2, 3, false)));
        assertThat(shown("/cart")).as("back is a step, but no way further").containsExactly(new Trail.Move(cell(Flow.ORDER, 2, 3, false), cell(Flow.ORDER, 2, 4, false)));
        assertThat(shown("/checkout/done/HL-1")).containsExactly(new Trail.Move(cell(Flow.ORDER, 2, 4, false), cell(Flow.ORDER, 3, 5, true)));
    }

    @Test
    void nobodyBeginsInTheMiddle() {
        assertThat(shown("/p/guji-dawn")).isEmpty();
        assertThat(shown("/checkout/done/HL-1")).isEmpty();
        assertThat(trail.done("address-saved", NOON, TODAY)).isEmpty();
    }

    @Test
    void loadingAPageAgainIsNoStepAndAnotherPageOfTheListIs() {
        assertThat(trail.shown("/search", "search?q=mug", NOON, TODAY)).hasSize(1);
        assertThat(trail.shown("/search", "search?q=mug", NOON, TODAY)).isEmpty();
        assertThat(trail.shown("/search", "search?q=mug&page=2", NOON, TODAY)).containsExactly(new Trail.Move(cell(Flow.FIND, 0, 1, false), cell(Flow.FIND, 0, 2, false)));
    }

    @Test
    void whoComesBackAfterAPauseBeginsAnew() {
        trail.shown("/search", "search?q=mug", NOON, TODAY);
        var later = NOON.plus(Trail.PAUSE).plusSeconds(1);
        assertThat(trail.shown("/search", "search?q=cup", later, TODAY)).containsExactly(new Trail.Move(null, cell(Flow.FIND, 0, 1, false)));
        assertThat(trail.shown("/p/cup", "p/cup", later.plus(Duration.ofMinutes(29)), TODAY)).containsExactly(new Trail.Move(cell(Flow.FIND, 0, 1, false), cell(Flow.FIND, 1, 2, true)));
    }

    @Test
    void whoAsksIsCountedOnceAlsoAfterTheEnd() {
        shown("/track");
        shown("/track/aSecret");
        assertThat(trail.asked(Flow.TRACK, NOON, TODAY)).containsExactly(new Trail.Move(cell(Flow.TRACK, 1, 2, true), new Walk.Cell(TODAY, Flow.TRACK, 1, 2, true, true)));
        assertThat(trail.asked(Flow.TRACK, NOON, TODAY)).isEmpty();
        assertThat(trail.asked(Flow.RETURN, NOON, TODAY)).as("without a step before").containsExactly(new Trail.Move(null, new Walk.Cell(TODAY, Flow.RETURN, 0, 1, false, true)));
    }

    @Test
    void aReorderThroughTheCartCountsForBoth() {
        shown("/my/orders/HL-1/reorder");
        trail.done("cart-filled", NOON, TODAY);
        assertThat(shown("/checkout")).extracting(move -> move.after().flow()).containsExactly(Flow.ORDER, Flow.REORDER);
        assertThat(shown("/checkout/done/HL-2")).allMatch(move -> move.after().finished()).hasSize(2);
    }

    private java.util.List<Trail.Move> shown(String path) {
        return trail.shown(path, path, NOON, TODAY);
    }

    private static Walk.Cell cell(Flow flow, int furthest, int steps, boolean finished) {
        return new Walk.Cell(TODAY, flow, furthest, steps, finished, false);
    }
}
