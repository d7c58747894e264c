package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import java.util.List;

/** A category with its published articles. */
public record HelpCategory(String slug, Localized name, List<ArticleCard> articles) {
}
