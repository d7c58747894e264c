package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MilestonesTests {

    private static final ZoneId ZONE = ZoneId.of("America/Halifax");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void thanksForARoundNumberOfOrdersForAMonth() {
        assertThat(of(10, "2026-03-01T12:00:00Z", "2026-11-01T12:00:00Z")).contains(new Milestone(Milestone.Kind.ORDERS, 10));
        assertThat(of(11, "2026-03-01T12:00:00Z", "2026-11-01T12:00:00Z")).isEmpty();
        assertThat(of(10, "2026-03-01T12:00:00Z", "2026-10-01T12:00:00Z")).isEmpty();
        assertThat(of(300, "2026-03-01T12:00:00Z", "2026-11-01T12:00:00Z")).contains(new Milestone(Milestone.Kind.ORDERS, 300));
    }

    @Test
    void thanksForEveryYearSinceTheFirstOrderForAMonth() {
        assertThat(of(3, "2025-11-20T12:00:00Z", "2026-01-01T12:00:00Z")).contains(new Milestone(Milestone.Kind.YEARS, 1));
        assertThat(of(3, "2023-11-22T12:00:00Z", "2026-01-01T12:00:00Z")).contains(new Milestone(Milestone.Kind.YEARS, 3));
        assertThat(of(3, "2025-11-23T12:00:00Z", "2026-01-01T12:00:00Z")).isEmpty();
        assertThat(of(3, "2025-09-22T12:00:00Z", "2026-01-01T12:00:00Z")).isEmpty();
        assertThat(of(1, "2026-11-22T11:00:00Z", "2026-11-22T11:00:00Z")).isEmpty();
    }

    private static java.util.Optional<Milestone> of(long orders, String first, String last) {
        return Milestones.of(new Milestones.Past(orders, Instant.parse(first), Instant.parse(last)), NOW, ZONE);
    }
}
