package app.regulars.privacy;

import java.io.Serializable;
import java.util.UUID;

/**
 * The exact words of a purpose in one language and version.
 *
 * @param purpose the code, such as "newsletter"
 * @param title   a few words
 * @param sentence what one agrees to
 */
public record Wording(UUID id, String purpose, int version, String language, String title, String sentence) implements Serializable {
}
