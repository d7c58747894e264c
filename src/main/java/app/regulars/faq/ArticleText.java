package app.regulars.faq;

import app.regulars.platform.Refused;
import jakarta.persistence.Embeddable;
import java.util.Map;

/** What an article says in one language. */
@Embeddable
record ArticleText(String title, String summary, String body, String keywords) {

    /** Words that may still be incomplete; only the question has to be there. */
    static ArticleText begun(String language, String title, String summary, String body, String keywords) {
        return new ArticleText(required(language, "title", atMost(language, "title", title, ArticleForm.TITLE)), atMost(language, "summary", summary, ArticleForm.SUMMARY),
                atMost(language, "body", body, ArticleForm.BODY), atMost(language, "keywords", keywords, ArticleForm.KEYWORDS));
    }

    /** @throws Refused beside the field that is missing before anybody else reads it */
    ArticleText complete(String language) {
        required(language, "title", title);
        required(language, "summary", summary);
        required(language, "body", body);
        return this;
    }

    private static String required(String language, String field, String value) {
        if (value.isBlank()) {
            throw new Refused("faq.refused." + field + ".missing", field + "-" + language, Map.of());
        }
        return value;
    }

    private static String atMost(String language, String field, String typed, int longest) {
        var value = typed == null ? "" : typed.strip();
        if (value.length() > longest) {
            throw new Refused("faq.refused.too-long", field + "-" + language, Map.of("most", longest, "is", value.length()));
        }
        return value;
    }
}
