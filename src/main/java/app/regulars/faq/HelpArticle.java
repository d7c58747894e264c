package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;
import java.util.List;

/**
 * A published article as a page.
 *
 * @param body     Markdown
 * @param products handles
 * @param others   published articles of the same category, without this one
 * @param sources  what it was made from
 */
public record HelpArticle(String slug, String category, Localized categoryName, Localized title, Localized summary, Localized body,
                          List<String> products, Instant publishedAt, Instant changedAt, List<ArticleCard> others, List<SourceLink> sources) {
}
