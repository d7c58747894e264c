package app.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class TimelineTests {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Autowired
    private DemoLedger ledger;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcTemplate jdbc;
    private final List<String> happened = new ArrayList<>();
    private boolean powerFails = true;

    @Test
    void goesOnWhereItStopped() {
        assertThatThrownBy(() -> timeline().run(ledger, step -> { })).hasMessage("power cut");
        assertThat(happened).containsExactly("opened at 2026-06-01T12:00:00Z", "sold at 2026-06-01T13:00:00Z");
        assertThat(jdbc.queryForObject("select count(*) from demo_step where name = 'timeline:sold'", Long.class)).isZero();

        powerFails = false;
        happened.clear();
        ledger.read();
        timeline().run(ledger, step -> { });
        assertThat(happened).containsExactly("sold at 2026-06-01T13:00:00Z", "closed at 2026-06-01T14:00:00Z");
        assertThat(ledger.required("timeline:opened")).isEqualTo("opened");
    }

    private Timeline timeline() {
        var timeline = new Timeline();
        timeline.add(NOON.plusSeconds(7_200), "timeline:closed", () -> note("closed"));
        timeline.add(NOON, "timeline:opened", () -> note("opened"));
        timeline.add(NOON.plusSeconds(3_600), "timeline:sold", () -> {
            var result = note("sold");
            if (powerFails) {
                throw new IllegalStateException("power cut");
            }
            return result;
        });
        return timeline;
    }

    private String note(String what) {
        happened.add(what + " at " + clock.instant());
        return what;
    }
}
