package app.regulars.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Texts of which somebody said what they are, and what a new text is by its likeness to them: the nearest ones vote, each with the weight
 * of how near it lies. Near means {@value #MEANING} parts meaning (the angle between sentence vectors) and the rest common words (BM25,
 * against the best of all); where a text has no vector the words decide alone. Learning is keeping, so that a guess can name the texts it
 * rests on. Unchangeable and safe to share.
 */
public final class LabelledTexts {

    private static final double MEANING = .85;
    private static final int VOTERS = 20;
    private static final double SHARPNESS = 14;
    private static final double K1 = .9;
    private static final double B = .4;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Example> examples;
    private final Function<String, float[]> vectors;
    private final float[][] meanings;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double usualLength;

    /** @param name by which a person knows it, or null */
    public record Example(String text, String label, String name) {
    }

    /** What it is taken for. @param share of the votes, 0 to 1 @param like the names of the nearest of this label, the nearest first, at most three */
    public record Guess(String label, double share, List<String> like) {
    }

    private record Posting(int text, int times) {
    }

    private record Near(int text, double nearness) {
    }

    private LabelledTexts(List<Example> examples, Function<String, float[]> vectors) {
        this.examples = List.copyOf(examples);
        this.vectors = vectors;
        this.meanings = new float[examples.size()][];
        this.lengths = new int[examples.size()];
        long words = 0;
        for (int i = 0; i < examples.size(); i++) {
            meanings[i] = vectors.apply(examples.get(i).text());
            var counted = counted(examples.get(i).text());
            for (var word : counted.entrySet()) {
                postings.computeIfAbsent(word.getKey(), key -> new ArrayList<>()).add(new Posting(i, word.getValue()));
                lengths[i] += word.getValue();
            }
            words += lengths[i];
        }
        usualLength = examples.isEmpty() ? 1 : Math.max(1, (double) words / examples.size());
    }

    /** @param vectors a sentence as a vector of length one, or null where there is none */
    public static LabelledTexts learn(List<Example> examples, Function<String, float[]> vectors) {
        return new LabelledTexts(examples, vectors);
    }

    public int size() {
        return examples.size();
    }

    /** @return null where nothing is like it at all */
    public Guess guess(String text) {
        var nearness = nearness(text);
        var nearest = new ArrayList<Near>();
        for (int i = 0; i < nearness.length; i++) {
            if (nearness[i] > 0) {
                nearest.add(new Near(i, nearness[i]));
            }
        }
        if (nearest.isEmpty()) {
            return null;
        }
        nearest.sort(Comparator.comparingDouble(Near::nearness).reversed().thenComparing(Near::text));
        var voters = nearest.subList(0, Math.min(VOTERS, nearest.size()));
        var votes = new HashMap<String, Double>();
        double all = 0;
        for (var voter : voters) {
            var weight = Math.exp(SHARPNESS * (voter.nearness() - voters.getFirst().nearness()));
            votes.merge(examples.get(voter.text()).label(), weight, Double::sum);
            all += weight;
        }
        var best = votes.entrySet().stream().max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey())).orElseThrow();
        var like = voters.stream().map(voter -> examples.get(voter.text())).filter(example -> example.label().equals(best.getKey()) && example.name() != null)
                .map(Example::name).distinct().limit(3).toList();
        return new Guess(best.getKey(), best.getValue() / all, like);
    }

    private double[] nearness(String text) {
        var byWords = new double[examples.size()];
        for (var word : counted(text).keySet()) {
            var found = postings.getOrDefault(word, List.of());
            var rare = Math.log(1 + (examples.size() - found.size() + .5) / (found.size() + .5));
            for (var posting : found) {
                byWords[posting.text()] += rare * posting.times() / (posting.times() + K1 * (1 - B + B * lengths[posting.text()] / usualLength));
            }
        }
        double best = 1e-9;
        for (var score : byWords) {
            best = Math.max(best, score);
        }
        var vector = vectors.apply(text);
        for (int i = 0; i < byWords.length; i++) {
            byWords[i] /= best;
            if (vector != null && meanings[i] != null) {
                byWords[i] = MEANING * cosine(vector, meanings[i]) + (1 - MEANING) * byWords[i];
            }
        }
        return byWords;
    }

    private static double cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static Map<String, Integer> counted(String text) {
        var words = new HashMap<String, Integer>();
        for (var word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
