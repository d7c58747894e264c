package app.regulars.media;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;

/**
 * A picture or document of the library.
 *
 * @param hash   of what is served, 32 hexadecimal digits
 * @param kind   "picture" or "document"
 * @param name   as the file was called
 * @param width  of the largest size; null for a document
 * @param text   what a picture shows, or what a document is
 */
public record Medium(String hash, String kind, String name, String contentType, Integer width, Integer height, int size, Localized text, Instant addedAt) {

    public boolean isPicture() {
        return "picture".equals(kind);
    }

    /** Where the largest size, or the document, is served. */
    public String address() {
        return isPicture() ? address(Pictures.LARGE) : "/media/" + hash + "/document.pdf";
    }

    /** @param longest side: 320, 640 or 1280 */
    public String address(int longest) {
        return "/media/" + hash + "/" + longest + ("image/png".equals(contentType) ? ".png" : ".jpg");
    }
}
