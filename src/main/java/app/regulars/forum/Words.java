package app.regulars.forum;

import app.regulars.platform.Refused;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people may write: bounds, and what is taken away without asking. */
final class Words {

    /** Control characters except new line and tab, and marks that turn the direction of text that follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST_SLUG = 80;

    private Words() {
    }

    static String title(String typed) {
        var title = UNSEEN.matcher(typed == null ? "" : typed.replaceAll("\\s+", " ")).replaceAll("").strip();
        if (title.length() < NewTopic.SHORTEST_TITLE) {
            throw new Refused("forum.refused.title-short", "title", Map.of("least", NewTopic.SHORTEST_TITLE));
        }
        if (title.length() > NewTopic.LONGEST_TITLE) {
            throw new Refused("forum.refused.title-long", "title", Map.of("most", NewTopic.LONGEST_TITLE, "is", title.length()));
        }
        return title;
    }

    static String text(String typed) {
        var text = UNSEEN.matcher(typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new Refused("forum.refused.text-empty", "text", Map.of());
        }
        if (text.length() > NewPost.LONGEST) {
            throw new Refused("forum.refused.text-long", "text", Map.of("most", NewPost.LONGEST, "is", text.length()));
        }
        return text;
    }

    /** The readable part of an address made from a title in any script; "topic" where nothing can be read. */
    static String slug(String title) {
        String latin;
        synchronized (LATIN) {
            latin = LATIN.transliterate(title);
        }
        var slug = latin.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() > LONGEST_SLUG) {
            var cut = slug.lastIndexOf('-', LONGEST_SLUG);
            slug = slug.substring(0, cut > LONGEST_SLUG / 2 ? cut : LONGEST_SLUG);
        }
        return slug.isEmpty() ? "topic" : slug;
    }
}
