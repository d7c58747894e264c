package app.regulars.reordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RhythmTests {

    private record Buyer(double cycle, List<Double> pauses, double next) {
    }

    /** Cycles of a week to three months; each pause is 10 to 30 % off, as the buyer is. */
    private static List<Buyer> fiveHundred(long seed) {
        var random = new Random(seed);
        var buyers = new ArrayList<Buyer>();
        for (int i = 0; i < 500; i++) {
            var cycle = 7 + 83 * random.nextDouble();
            var off = 0.1 + 0.2 * random.nextDouble();
            var pauses = new ArrayList<Double>();
            var count = 4 + random.nextInt(9);
            for (int n = 0; n <= count; n++) {
                pauses.add(Math.max(1, cycle * (1 + off * random.nextGaussian())));
            }
            buyers.add(new Buyer(cycle, pauses.subList(0, count), pauses.get(count)));
        }
        return buyers;
    }

    @Test
    void findsTheCycleOfFiveHundredBuyersAndKnowsHowFarItIsOff() {
        for (long seed = 1; seed <= 5; seed++) {
            var buyers = fiveHundred(seed);
            var usually = Rhythm.learn(buyers.stream().map(Buyer::pauses).toList(), Rhythm.Usually.UNKNOWN);
            var errors = new ArrayList<Double>();
            var within = 0;
            for (var buyer : buyers) {
                var next = Rhythm.next(buyer.pauses(), 0, usually);
                errors.add(Math.abs(next.expected() - buyer.next()) / buyer.cycle());
                within += next.from() <= buyer.next() && buyer.next() <= next.until() ? 1 : 0;
            }
            assertThat(Rhythm.median(errors)).isLessThanOrEqualTo(0.20);
            assertThat(within / 500.0).isBetween(0.75, 0.85);
        }
    }

    @Test
    void takesWhatIsUsualForWhoeverBoughtOnce() {
        var next = Rhythm.next(List.of(), 0, new Rhythm.Usually(21, 0.2, 40));
        assertThat(next.expected()).isBetween(20.9, 21.1);
        assertThat(next.from()).isLessThan(next.expected());
        assertThat(next.until()).isGreaterThan(next.expected());
    }

    @Test
    void isNeverInThePast() {
        var next = Rhythm.next(List.of(10.0, 11.0, 9.0, 10.0), 60, new Rhythm.Usually(10, 0.2, 40));
        assertThat(next.from()).isGreaterThanOrEqualTo(0);
        assertThat(next.expected()).isGreaterThan(next.from());
    }

    @Test
    void believesTheOwnRhythmMoreWithEveryPause() {
        var usually = new Rhythm.Usually(60, 0.3, 40);
        var few = Rhythm.next(List.of(14.0), 0, usually);
        var many = Rhythm.next(List.of(14.0, 14.0, 13.0, 15.0, 14.0, 14.0), 0, usually);
        assertThat(few.expected()).isBetween(14.0, 60.0);
        assertThat(many.expected()).isBetween(13.0, few.expected());
        assertThat(many.until() - many.from()).isLessThan(few.until() - few.from());
    }

    @Test
    void followsAChangeOfRhythm() {
        var usually = new Rhythm.Usually(30, 0.3, 40);
        var faster = Rhythm.next(List.of(30.0, 30.0, 30.0, 15.0, 15.0, 15.0), 0, usually);
        var slower = Rhythm.next(List.of(15.0, 15.0, 15.0, 30.0, 30.0, 30.0), 0, usually);
        assertThat(faster.expected()).isLessThan(slower.expected());
    }

    @Test
    void staysWithinBoundsForAnythingOdd() {
        var usually = Rhythm.learn(List.of(), Rhythm.Usually.UNKNOWN);
        for (var pauses : List.of(List.<Double>of(), List.of(0.0), List.of(0.0, 0.0, 0.0), List.of(1e4), List.of(1.0, 1e4, 1.0))) {
            for (var elapsed : new double[] {0, 1, 400, 20_000}) {
                var next = Rhythm.next(pauses, elapsed, usually);
                assertThat(next.expected()).isFinite().isLessThan(4_000);
                assertThat(next.until()).isFinite().isGreaterThanOrEqualTo(next.from());
            }
        }
    }
}
