package app.regulars.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of an imported file means. */
class RowTests {

    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");

    /** A day without a time begins where the shop is: read at Greenwich, an order of 1 January would count for the year before. */
    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-01-01T04:00:00Z", "2026-07-01, 2026-07-01T03:00:00Z", "2026-07-01 10:00:00 +0200, 2026-07-01T08:00:00Z", "2026-07-01T10:00:00Z, 2026-07-01T10:00:00Z"})
    void readsMoments(String cell, Instant moment) {
        assertThat(row(cell).moment("Created at", HALIFAX)).isEqualTo(moment);
    }

    @Test
    void saysWhatIsNoDate() {
        assertThat(row("").moment("Created at", HALIFAX)).isNull();
        assertThatExceptionOfType(RowProblem.class).isThrownBy(() -> row("01/07/2026").moment("Created at", HALIFAX)).withMessage("is not a date: 01/07/2026");
    }

    private static Row row(String cell) {
        return new Row(7, Map.of("Created at", cell));
    }
}
