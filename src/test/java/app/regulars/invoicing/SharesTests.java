package app.regulars.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTests {

    @Test
    void splitsInProportionToTheCent() {
        assertThat(Shares.of(List.of(10_000L, 500L, 998L), 5_749)).containsExactly(5_000, 250, 499);
        assertThat(Shares.of(List.of(1L, 1L, 1L), 2)).containsExactly(1, 1, 0);
        assertThat(Shares.of(List.of(0L, 0L), 0)).containsExactly(0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(List.of(3L), 4));
    }

    /** 100,000 papers, each taken back in random steps until nothing is left: sums hold at every step, and nothing is ever below nothing. */
    @Test
    void balancesAtEveryStepOfAHundredThousandPapers() {
        var random = new Random(20261122);
        for (var n = 0; n < 100_000; n++) {
            var left = new ArrayList<Long>();
            left.add((long) random.nextInt(1 + random.nextInt(1_000_000)));
            for (var taxes = random.nextInt(4); taxes > 0; taxes--) {
                left.add((long) random.nextInt(1 + random.nextInt(100_000)));
            }
            var all = left.stream().mapToLong(Long::longValue).sum();
            while (all > 0) {
                var amount = random.nextInt(4) == 0 ? all : 1 + random.nextLong(all);
                var shares = Shares.of(left, amount);
                assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
                for (var i = 0; i < shares.length; i++) {
                    assertThat(shares[i]).isBetween(0L, left.get(i));
                    left.set(i, left.get(i) - shares[i]);
                }
                all -= amount;
                assertThat(left.stream().mapToLong(Long::longValue).sum()).isEqualTo(all);
            }
            assertThat(left).allMatch(part -> part == 0);
        }
    }
}
