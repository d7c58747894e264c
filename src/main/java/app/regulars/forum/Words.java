package app.regulars.forum;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;

/** What people may write: bounds, and what is taken away without asking. */
final class Words {

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST_SLUG = 80;

    private Words() {
    }

    static String title(String typed) {
        var title = PersonTexts.clean(typed);
        if (title == null || title.length() < NewTopic.SHORTEST_TITLE) {
            throw new Refused("forum.refused.title-short", "title", Map.of("least", NewTopic.SHORTEST_TITLE));
        }
        if (title.length() > NewTopic.LONGEST_TITLE) {
            throw new Refused("forum.refused.title-long", "title", Map.of("most", NewTopic.LONGEST_TITLE, "is", title.length()));
        }
        return title;
    }

    static String text(String typed) {
        var text = PersonTexts.lines(typed);
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
