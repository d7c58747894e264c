package app.regulars.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.money.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may follow what, and how money is divided. */
class ReturnRequestTests {

    @Test
    void everyStateIsReachedAndEveryWayEnds() {
        var reached = EnumSet.of(ReturnStatus.ASKED);
        var open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            open.removeFirst().next().stream().filter(reached::add).forEach(open::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(ReturnStatus.values());
        for (var status : ReturnStatus.values()) {
            assertThat(status.next()).as("no way leads back to where it was: " + status).doesNotContain(status, ReturnStatus.ASKED);
        }
        assertThat(EnumSet.allOf(ReturnStatus.class).stream().filter(status -> !status.isOpen())).containsExactlyInAnyOrder(ReturnStatus.CLOSED, ReturnStatus.REFUSED,
                ReturnStatus.WITHDRAWN);
    }

    @Test
    void nothingIsSettledBeforeItWasAnsweredAndNothingRefusedAfterwards() {
        assertThat(ReturnStatus.ASKED.next()).doesNotContain(ReturnStatus.SETTLED, ReturnStatus.RECEIVED);
        for (var status : EnumSet.complementOf(EnumSet.of(ReturnStatus.ASKED))) {
            assertThat(status.next()).doesNotContain(ReturnStatus.REFUSED);
        }
        assertThat(ReturnStatus.ON_ITS_WAY.next()).doesNotContain(ReturnStatus.WITHDRAWN);
    }

    /** In whatever pieces a line comes back, the parts are the whole to the cent and none is negative. */
    @Test
    void partsOfALineAreTheWholeInAnyOrder() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var all = 1 + random.nextInt(30);
            var whole = Money.of(java.math.BigDecimal.valueOf(random.nextInt(100_000), 2), "CAD");
            var sum = Money.zero("CAD");
            var before = 0;
            while (before < all) {
                var pieces = 1 + random.nextInt(all - before);
                var part = PaidShares.part(whole, pieces, before, all);
                assertThat(part.isNegative()).isFalse();
                assertThat(part).isEqualTo(part.rounded());
                sum = sum.plus(part);
                before += pieces;
            }
            assertThat(sum).isEqualTo(whole);
        }
    }

    @Test
    void whatIsWrongHasToBeSaid() {
        assertThatExceptionOfType(app.regulars.platform.Refused.class).isThrownBy(() -> Said.words(" \n ", true)).matches(refused -> "words".equals(refused.field()));
        assertThat(Said.words(null, false)).isEmpty();
        assertThat(Said.words("one\r\ntwo\u202E\u0007", true)).isEqualTo("one\ntwo");
        assertThatExceptionOfType(app.regulars.platform.Refused.class).isThrownBy(() -> Said.words("x".repeat(2001), true));
    }
}
