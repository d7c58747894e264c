package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import java.util.List;
import java.util.stream.Stream;

/**
 * A help article as staff write it. French may be missing: then readers of French see the English words.
 *
 * @param slug     its part of the address, /help/{slug}; lower case letters, figures and hyphens
 * @param category the slug of its category
 * @param body     Markdown
 * @param keywords words people type for it, separated by commas
 * @param products handles of products it is about, in the order to show
 */
public record ArticleForm(String slug, String category, Localized title, Localized summary, Localized body, Localized keywords,
                          List<String> products) {

    /** Longest texts, in characters. */
    public static final int TITLE = 160;
    public static final int SUMMARY = 400;
    public static final int BODY = 12_000;
    public static final int KEYWORDS = 600;

    /** Whether anything but words for the search stands there in a language. */
    boolean isBegunIn(String language) {
        return Stream.of(title, summary, body).map(text -> "fr".equals(language) ? text.fr() : text.en()).anyMatch(text -> text != null && !text.isBlank());
    }
}
