package app.regulars.faq.ui.staff;

import app.regulars.faq.ArticleFile;
import app.regulars.platform.text.Markdown;
import java.util.Map;

/**
 * An article in the form.
 *
 * @param file   as it is kept, or null for a new one
 * @param values what stands in the fields
 * @param errors sentences by field
 */
public record ArticleDraft(ArticleFile file, Map<String, String> values, Map<String, String> errors) {

    public boolean isNew() {
        return file == null;
    }

    public String slug() {
        return file == null ? "" : file.form().slug();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String error(String field) {
        return errors.get(field);
    }

    public String preview(String language) {
        var body = value("body-" + language);
        return body.isBlank() ? "" : Markdown.article(body);
    }
}
