package app.regulars.review;

import app.regulars.media.CleanPicture;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A review as its form sends it; for the first time, or to change it.
 *
 * @param stars    as the form sends it
 * @param language "en" or "fr": in which it is written
 * @param kept     the pictures of before that stay
 * @param pictures that come to it
 */
public record NewReview(String stars, String title, String text, String language, Set<UUID> kept, List<CleanPicture> pictures) {

    public static final int MOST_STARS = 5;
    public static final int LONGEST_TITLE = 120;
    public static final int SHORTEST_TEXT = 10;
    public static final int LONGEST_TEXT = 4000;
    public static final int MOST_PICTURES = 4;

    @Override
    public String toString() {
        return "a review";
    }
}
