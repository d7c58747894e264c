package app.regulars.platform.web;

import java.util.Optional;
import java.util.Set;

/**
 * Makes the public pages of one or more addresses. Implemented as a bean by each module that has public pages; asked by the
 * filter that answers without a session and by the live view of the same address.
 */
public interface PublicPages {

    /** Whether the address is one of this module's, such as everything that begins with "/p/". Must be cheap. */
    boolean serves(String path);

    /** The query parameters that the page depends on; others (of campaigns, of nobody) make no page of their own. Null for all. */
    default Set<String> parameters() {
        return null;
    }

    /** The page, or nothing where there is none to show (answered as 404). */
    Optional<PublicPage> page(PublicRequest request);

    /** Whether only whoever holds the address should see it: then nothing on the way, nor the browser, may keep the answer. Must be cheap. */
    default boolean isPrivate(String path) {
        return false;
    }

    /** Whether a browser that is known (signed in, or remembered) gets more at this address than everybody else. Must be cheap. */
    default boolean isPersonal(String path) {
        return false;
    }

    /** The page as whoever is signed in on this request sees it; it is never kept for anybody. Nothing where it is the same for all. */
    default Optional<PublicPage> personal(PublicRequest request) {
        return Optional.empty();
    }

    /** Called for every answer of an address, also when it came from the cache: for counting. Must be cheap and must not fail. */
    default void served(PublicRequest request) {
    }
}
