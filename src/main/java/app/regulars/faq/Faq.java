package app.regulars.faq;

import app.regulars.search.SiteSearch;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: published help. */
@Service
@Transactional(readOnly = true)
public class Faq {

    private final ArticleRepository articles;
    private final FaqCategoryRepository categories;
    private final SiteSearch search;

    Faq(ArticleRepository articles, FaqCategoryRepository categories, SiteSearch search) {
        this.articles = articles;
        this.categories = categories;
        this.search = search;
    }

    public Optional<ArticleCard> find(String slug) {
        return cards(articles.published(List.of(slug))).stream().findFirst();
    }

    /** The articles that most likely answer a question, best first; none for an empty question. */
    public List<ArticleCard> suggestions(String question, Locale locale, int most) {
        if (question == null || question.isBlank()) {
            return List.of();
        }
        var slugs = search.find(new SiteSearch.Question(question, Set.of(ArticleSearch.KIND), List.of(), Set.of("public"), locale, 0, most))
                .hits().stream().map(SiteSearch.Hit::ref).distinct().toList();
        return slugs.isEmpty() ? List.of() : cards(articles.published(slugs)).stream().sorted(Comparator.comparingInt(card -> slugs.indexOf(card.slug()))).toList();
    }

    /** The handles of products that an article is about. */
    public Set<String> explainedProducts() {
        return articles.explainedProducts();
    }

    /** Articles about a product. */
    public List<ArticleCard> aboutProduct(String handle, int most) {
        return cards(articles.aboutProduct(handle, Limit.of(most)));
    }

    private List<ArticleCard> cards(List<ArticleRepository.Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var slugs = categories.findAllByOrderByPosition(Limit.of(1_000)).stream().collect(Collectors.toMap(FaqCategory::id, FaqCategory::slug));
        return lines.stream().map(line -> HelpCenter.card(line, slugs.get((UUID) line.categoryId()))).toList();
    }
}
