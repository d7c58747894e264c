package app.regulars.platform.web;

import java.util.Locale;

/** What stands around every public page. Implemented once, by the storefront. */
public interface PublicFrame {

    /** Announcement, header and navigation, as an anonymous visitor sees them. */
    String header(Locale locale, String path, String section);

    /** The same as whoever sits before this live page sees it, with name and cart. */
    String liveHeader(Locale locale, String path, String section);

    String footer(Locale locale, String path);

    /** The same as whoever sits before this live page sees it. */
    default String liveFooter(Locale locale, String path) {
        return footer(locale, path);
    }

    /** The page for an address that is none. */
    PublicPage notFound(PublicRequest request);
}
