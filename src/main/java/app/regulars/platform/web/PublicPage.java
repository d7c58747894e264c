package app.regulars.platform.web;

import java.util.List;

/**
 * A public page, or where it stands now: what its head says and the one fragment that both the first HTML and the live view show.
 *
 * @param status     200, 404 with a helpful page, or 301 where it stands at its canonical path for good
 * @param html       the content of {@code <main>}, escaped by its template
 * @param jsonLd     schema.org objects (maps and lists), written by Jackson
 * @param image      the address of a picture for previews, or null
 * @param indexable  whether search engines may list it
 * @param section    the slug of the navigation entry that is current, or null
 */
public record PublicPage(int status, String title, String description, String canonicalPath, String image, List<Object> jsonLd,
                         boolean indexable, String section, String html) {

    public static PublicPage of(String title, String description, String canonicalPath, String html) {
        return new PublicPage(200, title, description, canonicalPath, null, List.of(), true, null, html);
    }

    /** It stands there now, whoever asks. @param path begins with "/" */
    public static PublicPage moved(String path) {
        return new PublicPage(301, "", "", path, null, List.of(), false, null, "");
    }

    public boolean isMoved() {
        return status == 301;
    }

    public PublicPage withStatus(int status) {
        return new PublicPage(status, title, description, canonicalPath, image, jsonLd, indexable, section, html);
    }

    public PublicPage withImage(String image) {
        return new PublicPage(status, title, description, canonicalPath, image, jsonLd, indexable, section, html);
    }

    public PublicPage withJsonLd(Object... objects) {
        return new PublicPage(status, title, description, canonicalPath, image, List.of(objects), indexable, section, html);
    }

    public PublicPage notIndexed() {
        return new PublicPage(status, title, description, canonicalPath, image, jsonLd, false, section, html);
    }

    public PublicPage inSection(String section) {
        return new PublicPage(status, title, description, canonicalPath, image, jsonLd, indexable, section, html);
    }
}
