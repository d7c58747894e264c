package app.regulars.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    /** 100,000 payments whose news come shuffled and more than once: the sums hold after each, and the end is the same as in order. */
    @Test
    void newsInAnyOrderAndNumberEndTheSame() {
        var random = new Random(49);
        for (var n = 0; n < 100_000; n++) {
            var due = cents(1 + random.nextInt(100_000));
            var facts = new ArrayList<Fact>();
            var captured = 0L;
            for (var tries = 1 + random.nextInt(3); tries > 0; tries--) {
                var sum = random.nextInt(5) == 0 ? 1 + random.nextInt(100_000) : due.amount().movePointRight(2).longValueExact();
                facts.add(random.nextInt(3) == 0 ? fact(Movement.FAILED, sum, "no-" + tries) : fact(Movement.CAPTURED, sum, "yes-" + tries));
                captured += facts.getLast().kind() == Movement.CAPTURED ? sum : 0;
            }
            var refunded = 0L;
            while (captured > refunded && random.nextInt(3) > 0) {
                var sum = 1 + random.nextLong(captured - refunded);
                facts.add(fact(Movement.REFUNDED, sum, "back-" + refunded));
                refunded += sum;
            }
            var ordered = told(due, facts);
            var often = new ArrayList<>(facts);
            often.addAll(facts);
            Collections.shuffle(often, random);
            var shuffled = told(due, often);
            assertThat(shuffled.captured()).isEqualTo(ordered.captured()).isEqualTo(cents(captured));
            assertThat(shuffled.refunded()).isEqualTo(ordered.refunded()).isEqualTo(cents(refunded));
            assertThat(shuffled.open()).isEqualTo(ordered.open());
            if (captured > 0) {
                assertThat(shuffled.status()).isEqualTo(ordered.status());
                assertThat(shuffled.open()).isEqualTo(cents(Math.max(0, due.amount().movePointRight(2).longValueExact() - captured + refunded)));
            }
        }
    }

    private static PaymentStand told(Money due, List<Fact> facts) {
        var payment = new Payment(UUID.randomUUID(), "HL-1", due, "card", null, AT);
        var sum = BigDecimal.ZERO;
        for (var fact : facts) {
            if (payment.record("stand-in", fact, null, null, AT) && fact.kind() != Movement.FAILED) {
                sum = fact.kind() == Movement.CAPTURED ? sum.add(fact.amount().amount()) : sum.subtract(fact.amount().amount());
            }
            var stand = payment.stand();
            assertThat(stand.captured().minus(stand.refunded()).amount()).isEqualByComparingTo(sum);
        }
        return payment.stand();
    }

    private static Fact fact(Movement kind, long cents, String name) {
        return new Fact(kind, cents(cents), name, "p-1", null, AT, kind == Movement.FAILED ? "declined" : null, true);
    }

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), "CAD");
    }
}
