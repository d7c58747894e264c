package app.regulars.demo;

import java.util.List;

/**
 * What somebody said of a product, as it stands in {@code demo/reviews.json}.
 *
 * @param decided   "published" or "refused" a little later by a member of staff; null where it still waits, or needed nobody
 * @param reason    why it was refused
 * @param reply     what a member of staff answered, or null
 * @param repliedBy who that was
 * @param helpful   who found it helpful
 */
record DemoReview(String person, String product, double daysAgo, int stars, String title, String text, String decided, String reason, String reply, String repliedBy,
                  List<String> helpful) {

    String name() {
        return "review:" + person + ":" + product;
    }
}
