package app.regulars.privacy;

import java.util.Map;

/** At which address a form stands. Kept instead of what the browser sent: an address of a browser could hold more than is needed. */
final class ConsentForms {

    private static final Map<String, String> PAGES = Map.of("registration", "/register", "privacy-page", "/my/privacy", "overview", "/my",
            "newsletter", "/newsletter", "unsubscribe", "/unsubscribe", "checkout", "/checkout", "order", "/checkout", "inquiry", "/ask");

    private ConsentForms() {
    }

    /** Null for a form that has no address, such as an import. */
    static String page(String form) {
        return PAGES.get(form);
    }
}
