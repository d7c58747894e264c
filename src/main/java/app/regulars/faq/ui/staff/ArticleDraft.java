package app.regulars.faq.ui.staff;

import app.regulars.faq.ArticleFile;
import app.regulars.faq.DraftState;
import app.regulars.faq.LanguageState;
import app.regulars.faq.SourceWords;
import app.regulars.platform.text.Markdown;
import java.util.Map;
import java.util.Set;

/**
 * An article in the form.
 *
 * @param file     as it is kept, or null for a new one
 * @param language that is written now
 * @param values   what stands in the fields
 * @param errors   sentences by field
 * @param from     what a new one is begun from, or null
 */
public record ArticleDraft(ArticleFile file, String language, Map<String, String> values, Map<String, String> errors, SourceWords from) {

    public boolean isNew() {
        return file == null;
    }

    public String slug() {
        return file == null ? "" : file.form().slug();
    }

    public String value(String field) {
        var value = values.get(field);
        return value == null ? "" : value;
    }

    public String error(String field) {
        return errors.get(field);
    }

    /** Where the language stands that is written now. */
    public LanguageState state() {
        return file == null ? new LanguageState(language, 0, null, Set.of(), null, null, null, null, null) : file.in(language);
    }

    public boolean is(DraftState state) {
        return state().is(state);
    }

    public String preview() {
        var body = value("body-" + language);
        return body.isBlank() ? "" : Markdown.article(body);
    }
}
