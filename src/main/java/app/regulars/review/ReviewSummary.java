package app.regulars.review;

import java.util.List;

/** The published reviews of a product in numbers. @param counts how many gave each number of stars, the first is of 1 */
public record ReviewSummary(List<Integer> counts) {

    public static final ReviewSummary NONE = new ReviewSummary(List.of(0, 0, 0, 0, 0));
    /** So many reviews of middling stars are thought beside those that are there when products are put in order. */
    private static final int THOUGHT = 5;
    private static final double MIDDLING = 3.5;

    public ReviewSummary {
        counts = List.copyOf(counts);
    }

    public int count() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** From 1 to 5; 0 while there is none. */
    public double average() {
        return count() == 0 ? 0 : (double) sum() / count();
    }

    /** The nearest half star, in halves: 9 is four and a half. */
    public int halves() {
        return (int) Math.round(average() * 2);
    }

    /** The share of those with so many stars, in percent. */
    public int percent(int stars) {
        return count() == 0 ? 0 : Math.round(100f * counts.get(stars - 1) / count());
    }

    /** What products are put in order by: the average, drawn to the middle while few said anything (a Bayesian average). */
    public double rank() {
        return (sum() + THOUGHT * MIDDLING) / (count() + THOUGHT);
    }

    private int sum() {
        var sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += (i + 1) * counts.get(i);
        }
        return sum;
    }
}
