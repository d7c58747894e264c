package app.regulars.gap;

import app.regulars.search.Wordings.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings together what asks for the same. Each sentence joins the cluster it is most like, by its rarer words or by its meaning, or begins one;
 * then clusters that are alike become one, and every sentence chooses once more. What is about different products is never the same. A pure
 * class: the same sentences in the same order make the same clusters.
 */
final class Clustering {

    /** Cosine of the weighted stems from which two say the same: found with the seeded gaps of the tests. */
    static final double ALIKE = 0.34;
    private static final double ALIKE_CLUSTERS = 0.42;
    /** For sentences about the same product, which need fewer words in common. */
    private static final double ALIKE_ABOUT_ONE = 0.26;
    /** Cosine of the model's vectors; unrelated questions of a shop stay below .5. */
    private static final double MEANS_THE_SAME = 0.68;

    private final List<Entry> entries;
    private final Map<String, Double> rarity = new HashMap<>();
    private List<Cluster> clusters = new ArrayList<>();

    /** @param product null where it is about none */
    record Entry(Wording sentence, String product) {
    }

    private final class Cluster {

        private final Map<String, Double> stems = new TreeMap<>();
        private float[] sum;
        private String product;

        void add(Map<String, Double> weighted, Entry entry) {
            weighted.forEach((stem, weight) -> stems.merge(stem, weight, Double::sum));
            if (entry.sentence().vector() != null) {
                sum = sum == null ? new float[entry.sentence().vector().length] : sum;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += entry.sentence().vector()[i];
                }
            }
            product = product == null ? entry.product() : product;
        }

        void add(Cluster other) {
            other.stems.forEach((stem, weight) -> stems.merge(stem, weight, Double::sum));
            if (other.sum != null) {
                sum = sum == null ? new float[other.sum.length] : sum;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += other.sum[i];
                }
            }
            product = product == null ? other.product : product;
        }

        boolean mayHold(String other) {
            return product == null || other == null || product.equals(other);
        }
    }

    private Clustering(List<Entry> entries) {
        this.entries = entries;
        var seen = new HashMap<String, Integer>();
        entries.forEach(entry -> new HashSet<>(entry.sentence().stems()).forEach(stem -> seen.merge(stem, 1, Integer::sum)));
        seen.forEach((stem, times) -> rarity.put(stem, Math.log(1 + (double) entries.size() / times)));
    }

    /** @return for each entry the number of its cluster, from 0; -1 where it says nothing */
    static int[] of(List<Entry> entries) {
        return new Clustering(entries).clusters();
    }

    private int[] clusters() {
        for (var entry : entries) {
            var weighted = weighted(entry);
            if (!weighted.isEmpty()) {
                var at = best(weighted, entry);
                if (at < 0) {
                    at = clusters.size();
                    clusters.add(new Cluster());
                }
                clusters.get(at).add(weighted, entry);
            }
        }
        merge();
        var chosen = new int[entries.size()];
        Arrays.fill(chosen, -1);
        for (int i = 0; i < chosen.length; i++) {
            var weighted = weighted(entries.get(i));
            chosen[i] = weighted.isEmpty() ? -1 : best(weighted, entries.get(i));
        }
        return chosen;
    }

    /** One after the other, so that what is alike to what is alike comes together only where the sums are alike, too. */
    private void merge() {
        var kept = new ArrayList<Cluster>();
        for (var cluster : clusters) {
            Cluster near = null;
            double most = ALIKE_CLUSTERS;
            for (var other : kept) {
                if (other.mayHold(cluster.product)) {
                    var likeness = Math.max(cosine(other.stems, cluster.stems), other.sum == null || cluster.sum == null ? 0
                            : cosine(other.sum, cluster.sum) >= MEANS_THE_SAME ? cosine(other.sum, cluster.sum) : 0);
                    if (likeness > most) {
                        most = likeness;
                        near = other;
                    }
                }
            }
            if (near == null) {
                kept.add(cluster);
            } else {
                near.add(cluster);
            }
        }
        clusters = kept;
    }

    private int best(Map<String, Double> weighted, Entry entry) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < clusters.size(); i++) {
            var cluster = clusters.get(i);
            if (!cluster.mayHold(entry.product())) {
                continue;
            }
            var words = cosine(cluster.stems, weighted);
            var meaning = cluster.sum == null || entry.sentence().vector() == null ? 0 : cosine(cluster.sum, entry.sentence().vector());
            var least = entry.product() != null && entry.product().equals(cluster.product) ? ALIKE_ABOUT_ONE : ALIKE;
            var likeness = Math.max(words >= least ? words : 0, meaning >= MEANS_THE_SAME ? meaning : 0);
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        return best;
    }

    private Map<String, Double> weighted(Entry entry) {
        Set<String> stems = new HashSet<>(entry.sentence().stems());
        var weighted = new TreeMap<String, Double>();
        double length = 0;
        for (var stem : stems) {
            var weight = rarity.get(stem);
            weighted.put(stem, weight);
            length += weight * weight;
        }
        // each sentence counts as much as any other, however long it is
        var norm = Math.sqrt(length);
        weighted.replaceAll((stem, weight) -> weight / norm);
        return weighted;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var longer = shorter == one ? other : one;
        double product = 0;
        for (var each : shorter.entrySet()) {
            product += each.getValue() * longer.getOrDefault(each.getKey(), 0.0);
        }
        return product == 0 ? 0 : product / Math.sqrt(square(one) * square(other));
    }

    private static double square(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(weight -> weight * weight).sum();
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return first == 0 || second == 0 ? 0 : product / Math.sqrt(first * second);
    }
}
