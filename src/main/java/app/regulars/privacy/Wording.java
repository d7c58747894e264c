package app.regulars.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * The exact words of a purpose in one language and version; never changed once they are published.
 *
 * @param purpose     the code, such as "newsletter"
 * @param title       a few words
 * @param sentence    what one agrees to
 * @param validFrom   from when on they are shown
 * @param inSubstance whether they mean something else than the words before, so that people are asked again
 */
public record Wording(UUID id, String purpose, int version, String language, String title, String sentence, Instant validFrom, boolean inSubstance)
        implements Serializable {
}
