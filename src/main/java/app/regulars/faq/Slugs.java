package app.regulars.faq;

import app.regulars.platform.Refused;
import java.util.Map;
import java.util.regex.Pattern;

/** The readable part of an address. */
final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slugs() {
    }

    static String checked(String slug, int longest) {
        if (slug == null || slug.length() > longest || !SLUG.matcher(slug).matches()) {
            throw new Refused("faq.refused.slug", "slug", Map.of());
        }
        return slug;
    }
}
