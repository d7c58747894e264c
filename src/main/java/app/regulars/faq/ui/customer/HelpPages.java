package app.regulars.faq.ui.customer;

import app.regulars.faq.ArticleCard;
import app.regulars.faq.ArticleChanged;
import app.regulars.faq.Faq;
import app.regulars.faq.HelpArticle;
import app.regulars.faq.HelpCategory;
import app.regulars.faq.HelpCenter;
import app.regulars.catalog.Catalog;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicCache;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.SchemaOrg;
import app.regulars.platform.web.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** /help with all categories or what was found for ?q=, and /help/{article}. */
@Component
class HelpPages implements PublicPages {

    private static final String HOME = "/help";
    private static final String SECTION = "help";
    private static final int MOST_FOUND = 12;
    private static final int RELATED = 4;

    private final HelpCenter help;
    private final Faq faq;
    private final Catalog catalog;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final PublicCache cache;

    HelpPages(HelpCenter help, Faq faq, Catalog catalog, Templates templates, Texts texts, Shop shop, PublicCache cache) {
        this.help = help;
        this.faq = faq;
        this.catalog = catalog;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.cache = cache;
    }

    @Override
    public boolean serves(String path) {
        return HOME.equals(path) || path.startsWith("/help/");
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        if (HOME.equals(request.path())) {
            return Optional.of(home(request));
        }
        var slug = request.path().substring(HOME.length() + 1);
        return help.article(slug).map(article -> article(article, request.locale())).or(() -> help.successor(slug).map(to -> PublicPage.moved(HOME + "/" + to)));
    }

    @TransactionalEventListener
    void on(ArticleChanged event) {
        cache.changed(HOME, HOME + "/" + event.slug());
    }

    /** How many articles the page shows for these words. */
    int found(String question, Locale locale) {
        return faq.suggestions(question, locale, MOST_FOUND).size();
    }

    private PublicPage home(PublicRequest request) {
        var locale = request.locale();
        var question = request.parameter("q", "").strip();
        var categories = help.categories();
        var found = faq.suggestions(question, locale, MOST_FOUND);
        var html = templates.render("faq/help.jte", locale, Map.of("categories", categories, "question", question, "found", found));
        var page = PublicPage.of(texts.get(locale, "faq.help.title") + " · " + shop.name(), texts.get(locale, "faq.help.description"), HOME, html)
                .inSection(SECTION);
        return question.isEmpty() ? categories.isEmpty() ? page : page.withJsonLd(faqPage(locale, categories)) : page.notIndexed();
    }

    private PublicPage article(HelpArticle article, Locale locale) {
        var body = Markdown.article(article.body().in(locale));
        var html = templates.render("faq/article.jte", locale, Map.of("article", article, "body", body, "products", products(article, locale),
                "related", related(article, locale)));
        var path = HOME + "/" + article.slug();
        return PublicPage.of(article.title().in(locale) + " · " + shop.name(), article.summary().in(locale), path, html).inSection(SECTION)
                .withJsonLd(schema(article, body, locale), crumbs(article, locale));
    }

    /** What else is about the same, by what it says. */
    private List<ArticleCard> related(HelpArticle article, Locale locale) {
        return faq.suggestions(article.title().in(locale), locale, RELATED + 1).stream().filter(card -> !card.slug().equals(article.slug())).limit(RELATED).toList();
    }

    private static Map<String, Object> schema(HelpArticle article, String body, Locale locale) {
        var answer = SchemaOrg.part("Answer");
        answer.put("text", body);
        article.sources().stream().filter(source -> source.credit() != null).findFirst()
                .ifPresent(source -> answer.put("author", Map.of("@type", "Person", "name", source.credit())));
        var question = SchemaOrg.part("Question");
        question.put("name", article.title().in(locale));
        question.put("acceptedAnswer", answer);
        var object = faqPage(locale, List.of(question));
        object.put("dateModified", article.changedAt().toString());
        return object;
    }

    private List<ProductLink> products(HelpArticle article, Locale locale) {
        return catalog.cards(article.products()).stream().map(card -> new ProductLink("/p/" + card.handle(), card.name().in(locale), card.art(), card.backdrop()))
                .toList();
    }

    private static Map<String, Object> faqPage(Locale locale, List<?> content) {
        var questions = content.stream().flatMap(part -> part instanceof HelpCategory category
                ? category.articles().stream().map((ArticleCard card) -> (Object) question(card.title().in(locale), card.summary().in(locale)))
                : java.util.stream.Stream.of((Object) part)).toList();
        var object = SchemaOrg.object("FAQPage");
        object.put("inLanguage", locale.toLanguageTag());
        object.put("mainEntity", questions);
        return object;
    }

    private static Map<String, Object> question(String name, String answer) {
        var object = SchemaOrg.part("Question");
        object.put("name", name);
        object.put("acceptedAnswer", Map.of("@type", "Answer", "text", answer));
        return object;
    }

    private Map<String, Object> crumbs(HelpArticle article, Locale locale) {
        return SchemaOrg.crumbs(List.of(new SchemaOrg.Crumb(texts.get(locale, "faq.help.title"), HOME),
                new SchemaOrg.Crumb(article.title().in(locale), HOME + "/" + article.slug())));
    }
}
