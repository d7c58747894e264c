package app.regulars.faq;

import app.regulars.platform.Refused;
import jakarta.persistence.Embeddable;
import java.util.Map;

/** What an article says in one language. */
@Embeddable
record ArticleText(String title, String summary, String body, String keywords) {

    static ArticleText of(String language, String title, String summary, String body, String keywords) {
        return new ArticleText(required(language, "title", title, ArticleForm.TITLE), required(language, "summary", summary, ArticleForm.SUMMARY),
                required(language, "body", body, ArticleForm.BODY), atMost(language, "keywords", keywords == null ? "" : keywords.strip(), ArticleForm.KEYWORDS));
    }

    private static String required(String language, String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new Refused("faq.refused." + field + ".missing", field + "-" + language, Map.of());
        }
        return atMost(language, field, value.strip(), longest);
    }

    private static String atMost(String language, String field, String value, int longest) {
        if (value.length() > longest) {
            throw new Refused("faq.refused.too-long", field + "-" + language, Map.of("most", longest, "is", value.length()));
        }
        return value;
    }
}
