package app.regulars.forum.ui.customer;

import app.regulars.catalog.Catalog;
import app.regulars.forum.OpenForum;
import app.regulars.forum.SimilarTopic;
import app.regulars.forum.TopicFilter;
import app.regulars.forum.TopicPage;
import app.regulars.forum.Viewer;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** /forum, /forum/c/{category}, /forum/t/{topic} and /forum/new. */
@Component
class ForumPages implements PublicPages {

    static final String HOME = "/forum";
    static final String NEW = "/forum/new";
    private static final String CATEGORY = "/forum/c/";
    private static final String TOPIC = "/forum/t/";
    private static final String SECTION = "forum";
    private static final int MOST_PAGES = 100_000;
    private static final int DESCRIPTION = 160;
    private static final int SIMILAR = 4;

    private final OpenForum forum;
    private final Catalog catalog;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;

    ForumPages(OpenForum forum, Catalog catalog, Templates templates, Texts texts, Shop shop) {
        this.forum = forum;
        this.catalog = catalog;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return HOME.equals(path) || NEW.equals(path) || path.startsWith(CATEGORY) || path.startsWith(TOPIC);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var path = request.path();
        if (HOME.equals(path)) {
            return list(request, null);
        }
        if (NEW.equals(path)) {
            return Optional.of(newTopic(request));
        }
        if (path.startsWith(CATEGORY)) {
            return list(request, path.substring(CATEGORY.length()));
        }
        return forum.topic(path.substring(TOPIC.length()), pageOf(request)).map(topic -> topic(topic, request.locale()));
    }

    static int pageOf(PublicRequest request) {
        return request.number("page", 1, 1, MOST_PAGES);
    }

    private Optional<PublicPage> list(PublicRequest request, String slug) {
        var locale = request.locale();
        var categories = forum.categories();
        var category = categories.stream().filter(each -> each.slug().equals(slug)).findFirst().orElse(null);
        if (slug != null && category == null) {
            return Optional.empty();
        }
        var filter = switch (request.parameter("show", "")) {
            case "solved" -> TopicFilter.SOLVED;
            case "unanswered" -> TopicFilter.UNANSWERED;
            default -> TopicFilter.LATEST;
        };
        var topics = forum.topics(filter, slug, pageOf(request));
        var model = new HashMap<String, Object>(Map.of("categories", categories, "filter", filter, "list", topics));
        model.put("category", category);
        var html = templates.render("forum/home.jte", locale, model);
        var name = category == null ? texts.get(locale, "forum.title") : category.name().in(locale) + " · " + texts.get(locale, "forum.title");
        var description = category == null ? texts.get(locale, "forum.description", "shop", shop.name()) : category.description().in(locale);
        var canonical = (category == null ? HOME : category.address()) + (topics.page() > 1 ? "?page=" + topics.page() : "");
        var page = PublicPage.of(titled(locale, name, topics.page()), description, canonical, html).inSection(SECTION);
        return Optional.of(filter == TopicFilter.LATEST ? page : page.notIndexed());
    }

    private PublicPage topic(TopicPage topic, Locale locale) {
        var address = topic.head().address() + (topic.page() > 1 ? "?page=" + topic.page() : "");
        var question = topic.question().hidden() ? "" : Markdown.gist(topic.question().text(), DESCRIPTION);
        return PublicPage.of(titled(locale, topic.head().title(), topic.page()), topic.brief() != null ? topic.brief() : question, address,
                topic(topic, Viewer.NOBODY, "", locale)).inSection(SECTION)
                .withJsonLd(TopicSchema.of(topic), TopicSchema.crumbs(topic, texts.get(locale, "forum.title"), locale));
    }

    /** The content of a topic's page for one reader. */
    String topic(TopicPage topic, Viewer viewer, String token, Locale locale) {
        var model = new HashMap<String, Object>(Map.of("topic", topic, "viewer", viewer, "token", token, "similar", similar(topic)));
        model.put("product", product(topic.product(), locale));
        return templates.render("forum/topic.jte", locale, model);
    }

    /** The product of that handle as it stands beside a text, or null where there is none to be bought. */
    private AboutProduct product(String handle, Locale locale) {
        return handle == null || handle.isEmpty() ? null : catalog.cards(List.of(handle)).stream().findFirst()
                .map(card -> new AboutProduct("/p/" + card.handle(), card.name().in(locale), card.tagline() == null ? "" : card.tagline().in(locale),
                        card.art(), card.backdrop())).orElse(null);
    }

    private List<SimilarTopic> similar(TopicPage topic) {
        return forum.similar(topic.head().title(), topic.head().slug(), Languages.of(topic.head().language()), SIMILAR);
    }

    private PublicPage newTopic(PublicRequest request) {
        var locale = request.locale();
        return PublicPage.of(texts.get(locale, "forum.new") + " · " + shop.name(), texts.get(locale, "forum.new.lead"), NEW,
                newTopic(Viewer.NOBODY, draft(request), locale)).inSection(SECTION).notIndexed();
    }

    /** The content of the page where questions are asked, for one reader. */
    String newTopic(Viewer viewer, TopicDraft draft, Locale locale) {
        var model = new HashMap<String, Object>(Map.of("categories", forum.categories(), "viewer", viewer, "draft", draft));
        model.put("product", product(draft.product(), locale));
        return templates.render("forum/new.jte", locale, model);
    }

    /** An empty draft as the address asks for it. */
    static TopicDraft draft(PublicRequest request) {
        var category = request.parameter("category", "");
        var product = request.parameter("product", "");
        var address = new StringBuilder(NEW);
        if (!category.isEmpty()) {
            address.append("?category=").append(java.net.URLEncoder.encode(category, java.nio.charset.StandardCharsets.UTF_8));
        }
        if (!product.isEmpty()) {
            address.append(category.isEmpty() ? '?' : '&').append("product=").append(java.net.URLEncoder.encode(product, java.nio.charset.StandardCharsets.UTF_8));
        }
        return new TopicDraft(address.toString(), "", "", "", category, Languages.code(request.locale()), product, Map.of(), null, List.of());
    }

    private String titled(Locale locale, String name, int page) {
        return (page > 1 ? texts.get(locale, "forum.page.title", "title", name, "page", page) : name) + " · " + shop.name();
    }
}
