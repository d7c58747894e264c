package app.regulars.returning;

import app.regulars.media.CleanPicture;
import java.util.List;
import java.util.UUID;

/**
 * A return or complaint as it was typed.
 *
 * @param line     the line of the order, the first is 0
 * @param reason   the id of a reason, as the form sends it
 * @param wish     as the form sends it
 * @param pictures at most four
 * @param key      the same for the same press of the button, so that it opens one
 */
public record NewReturn(ReturnKind kind, int line, int quantity, String reason, String words, String wish, List<CleanPicture> pictures, UUID key) {

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "return " + key;
    }
}
