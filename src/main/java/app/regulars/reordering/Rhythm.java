package app.regulars.reordering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * When the next purchase comes, from the pauses between those of before. Pauses are taken as logarithms of days and a week, because a
 * pause is twice or half as long rather than ten days off, and a day more or less weighs little. Own pauses are weighed by their age
 * and drawn towards what is usual for the item (a normal-inverse-gamma prior), so that what is expected is a Student's t distribution:
 * its middle, given the days that have passed without a purchase, is the forecast, its tenths are the range. A pure class; no clock.
 */
final class Rhythm {

    /** Days added before the logarithm is taken. Chosen with the weights on the first eight months of the judged data, never on the last two. */
    private static final double WEEK = 7;
    /** How much what is usual weighs, in own pauses: for the length of a pause, and for its spread. */
    private static final double WEIGHT_OF_CENTER = 1;
    private static final double WEIGHT_OF_SPREAD = 4;
    /** What each pause weighs of the one after it. */
    private static final double FADING = 0.8;
    /** An own mean further from the usual than this many spreads does not widen the range any more. */
    private static final double FARTHEST = 2;
    private static final double NORMAL_FROM_MEDIAN = 1.4826;
    private static final double LEAST_SPREAD = 0.05;
    private static final double TENTH = 0.1;
    private static final double HALF_A_DAY = 0.5;

    private Rhythm() {
    }

    /**
     * What is usual, for an item or in a shop.
     *
     * @param median of all pauses, in days
     * @param spread of one buyer's pauses, from each to the next, as a standard deviation of logarithms
     * @param buyers how many it was learned from
     */
    record Usually(double median, double spread, int buyers) {

        /** Where nothing is known: a month, give or take half of it. */
        static final Usually UNKNOWN = new Usually(30, 0.5, 0);
    }

    /**
     * The next purchase, in days from now.
     *
     * @param expected as likely sooner as later
     * @param from     one in ten comes before it
     * @param until    one in ten comes after it
     */
    record Next(double expected, double from, double until) {
    }

    /** @param pauses of each buyer, in days @param otherwise where there are none */
    static Usually learn(Collection<List<Double>> pauses, Usually otherwise) {
        var all = pauses.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return otherwise;
        }
        var off = new ArrayList<Double>();
        for (var own : pauses) {
            for (int i = 1; i < own.size(); i++) {
                off.add(Math.abs(log(own.get(i)) - log(own.get(i - 1))) / Math.sqrt(2));
            }
        }
        return new Usually(median(all), off.isEmpty() ? otherwise.spread() : Math.max(LEAST_SPREAD, NORMAL_FROM_MEDIAN * median(off)), pauses.size());
    }

    /**
     * @param pauses  own ones in days, the oldest first; none for somebody who bought once
     * @param elapsed days since the last purchase
     */
    static Next next(List<Double> pauses, double elapsed, Usually usually) {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < pauses.size(); i++) {
            var each = Math.pow(FADING, pauses.size() - 1.0 - i);
            weight += each;
            sum += each * log(pauses.get(i));
        }
        var own = weight == 0 ? 0 : sum / weight;
        double squares = 0;
        for (int i = 0; i < pauses.size(); i++) {
            squares += Math.pow(FADING, pauses.size() - 1.0 - i) * Math.pow(log(pauses.get(i)) - own, 2);
        }
        var usual = log(usually.median());
        var variance = usually.spread() * usually.spread();
        var center = (WEIGHT_OF_CENTER * usual + sum) / (WEIGHT_OF_CENTER + weight);
        var freedom = WEIGHT_OF_SPREAD + weight;
        var apart = weight == 0 ? 0 : Math.min(Math.pow(own - usual, 2), FARTHEST * FARTHEST * variance);
        var scale = (WEIGHT_OF_SPREAD * variance + squares + WEIGHT_OF_CENTER * weight / (WEIGHT_OF_CENTER + weight) * apart) / freedom;
        var width = Math.sqrt(scale * (1 + 1 / (WEIGHT_OF_CENTER + weight)));
        var distribution = TDistribution.of(freedom);
        var already = distribution.cumulativeProbability((log(Math.max(elapsed, HALF_A_DAY)) - center) / width);
        return new Next(Math.max(0, at(0.5, distribution, already, center, width) - elapsed), Math.max(0, at(TENTH, distribution, already, center, width) - elapsed),
                Math.max(0, at(1 - TENTH, distribution, already, center, width) - elapsed));
    }

    /** Days since the last purchase by which this share of those that are still to come has come. */
    private static double at(double share, TDistribution distribution, double already, double center, double width) {
        var probability = Math.min(already + share * (1 - already), 1 - 1e-9);
        return Math.exp(Math.min(center + width * distribution.inverseCumulativeProbability(probability), Math.log(3_660))) - WEEK;
    }

    private static double log(double days) {
        return Math.log(days + WEEK);
    }

    static double median(Collection<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
