package app.regulars.storefront;

import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.catalog.ProductCard;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.ProductPage;
import app.regulars.catalog.VariantId;
import app.regulars.faq.ArticleCard;
import app.regulars.faq.Faq;
import app.regulars.forum.Forum;
import app.regulars.forum.TopicRow;
import app.regulars.media.Media;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.SchemaOrg;
import app.regulars.platform.web.Templates;
import app.regulars.review.ReviewPage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of products, /p/{handle}?v={article number}. */
@Component
public class ProductPages implements ShopPages {

    private static final String PREFIX = "/p/";
    private static final Set<String> PARAMETERS = Set.of("v", "stars", "order", "reviews");
    private static final int RELATED = 8;
    private static final Set<String> COMPARED = Set.of("instead-of", "upgrade", "better-than");
    private static final int ANSWERS = 4;
    private static final int DESCRIPTION = 200;
    private static final Answers NONE = new Answers(List.of(), List.of());

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Catalog catalog;
    private final Offers offers;
    private final Cards cards;
    private final Faq faq;
    private final Forum forum;
    private final PublicAddress address;
    private final Shoppers shoppers;
    private final Media media;
    private final ProductReviews reviews;
    private final Cache<String, Answers> answers = Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofSeconds(30)).build();

    /** The handles of all products that anything was asked or written about: of most nothing was, and nobody need look. */
    private final LoadingCache<String, Set<String>> answered;

    ProductPages(Templates templates, Texts texts, Shop shop, Catalog catalog, Offers offers, Cards cards, Faq faq, Forum forum, PublicAddress address,
                 Shoppers shoppers, Media media, ProductReviews reviews) {
        this.reviews = reviews;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.catalog = catalog;
        this.offers = offers;
        this.cards = cards;
        this.faq = faq;
        this.forum = forum;
        this.address = address;
        this.shoppers = shoppers;
        this.media = media;
        this.answered = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(20)).build(all -> {
            var handles = new HashSet<>(forum.discussedProducts());
            handles.addAll(faq.explainedProducts());
            return handles;
        });
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
    }

    /** What was asked and answered about a product. */
    private record Answers(List<TopicRow> topics, List<ArticleCard> articles) {
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0;
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        var handle = request.lastSegment();
        return choice(handle, request.parameter("v", ""), shopper).map(choice -> page(choice, request, shopper))
                .or(() -> catalog.moved(handle, shopper.viewer()).map(PublicPage::moved));
    }

    /** At this shopper's own prices. Nothing for a product that she may not see. */
    Optional<ProductChoice> choice(String handle, String sku, Shopper shopper) {
        return catalog.product(handle, shopper.viewer()).map(product -> ProductChoice.of(product, sku, offers(product, shopper.customer())));
    }

    /** The part of the page that follows the choice. @param problem what is wrong with the quantity, or null */
    String buy(ProductChoice choice, Locale locale, int quantity, String problem) {
        var model = new HashMap<String, Object>();
        model.put("choice", choice);
        model.put("quantity", quantity);
        model.put("problem", problem);
        return templates.render("storefront/buy.jte", locale, model);
    }

    private PublicPage page(ProductChoice choice, PublicRequest request, Shopper shopper) {
        var locale = request.locale();
        var product = choice.product();
        var answers = answered.get("").contains(product.handle()) ? this.answers.get(product.handle(), handle -> new Answers(forum.aboutProduct(handle, ANSWERS), faq.aboutProduct(handle, ANSWERS)))
                : NONE;
        var there = shoppers.arrangement(shopper);
        var model = model(choice, cards.seen(related(product, locale, shopper), shopper.customer()), there.shows(Section.COMPARE) ? alternatives(product, shopper) : "", there.shows(Section.FORUM) ? answers.topics() : List.of(),
                there.shows(Section.HELP) ? answers.articles() : List.of());
        var said = reviews.page(product, request);
        model.put("reviews", said);
        model.put("reviewLinks", reviews.links(said, request));
        model.put("arrangement", there);
        model.put("known", shopper.customer() != null);
        model.put("documents", media.documents(product.gallery()));
        var html = templates.render("storefront/product.jte", locale, model);
        var title = product.name().in(locale) + " · " + shop.name();
        var plain = Markdown.plain(text(product.tagline(), locale) + " " + text(product.description(), locale), DESCRIPTION);
        return PublicPage.of(title, plain, PREFIX + product.handle(), html).withImage(product.art())
                .withJsonLd(product(choice, plain, said, locale), crumbs(product, locale)).inSection(product.path().isEmpty() ? null : product.path().getFirst().slug());
    }

    private static Map<String, Object> model(ProductChoice choice, List<CardView> related, String alternatives, List<TopicRow> topics, List<ArticleCard> articles) {
        var product = choice.product();
        var pictures = new ArrayList<String>();
        if (product.art() != null) {
            pictures.add(product.art());
        }
        product.gallery().stream().filter(art -> !pictures.contains(art) && !Media.isDocument(art)).forEach(pictures::add);
        var model = new HashMap<String, Object>();
        model.put("choice", choice);
        model.put("pictures", pictures);
        model.put("related", related);
        model.put("alternatives", alternatives);
        model.put("topics", topics);
        model.put("articles", articles);
        return model;
    }

    /** This product and what could be taken instead, as the page that compares them knows them. */
    private String alternatives(ProductPage product, Shopper shopper) {
        var others = product.relations().stream().filter(relation -> COMPARED.contains(relation.kind())).map(ProductForm.Relation::handle).toList();
        return String.join(",", java.util.stream.Stream.concat(java.util.stream.Stream.of(product.handle()),
                catalog.cards(others, shopper.viewer()).stream().map(ProductCard::handle)).distinct().limit(Comparison.MOST).toList());
    }

    private List<CardView> related(ProductPage product, Locale locale, Shopper shopper) {
        var reasons = new LinkedHashMap<String, String>();
        for (var relation : product.relations()) {
            var why = text(relation.why(), locale);
            reasons.putIfAbsent(relation.handle(), why(relation.kind(), why, locale));
        }
        return cards.because(reasons, shopper).stream().limit(RELATED).toList();
    }

    /** "Instead: gentler still". */
    private String why(String kind, String why, Locale locale) {
        var key = "storefront.relation." + kind;
        if (!texts.has(key) || "goes-with".equals(kind) && !why.isBlank()) {
            return why;
        }
        return texts.get(locale, key, "why", why.isEmpty() ? why : why.substring(0, 1).toLowerCase(locale) + why.substring(1));
    }

    private Map<String, Offer> offers(ProductPage product, CustomerId customer) {
        var variants = new LinkedHashMap<VariantId, Boolean>();
        product.variants().forEach(variant -> variants.put(variant.id(), variant.backorderable()));
        var known = offers.of(variants, customer);
        var bySku = new LinkedHashMap<String, Offer>();
        product.variants().forEach(variant -> bySku.put(variant.sku(), known.get(variant.id())));
        return bySku;
    }

    private Map<String, Object> product(ProductChoice choice, String description, ReviewPage said, Locale locale) {
        var product = choice.product();
        var object = SchemaOrg.object("Product");
        object.put("name", product.name().in(locale));
        object.put("description", description);
        object.put("url", address.of(PREFIX + product.handle()));
        if (product.art() != null) {
            object.put("image", address.of(product.art()));
        }
        object.put("brand", Map.of("@type", "Brand", "name", shop.name()));
        if (choice.variant() != null) {
            object.put("sku", choice.variant().sku());
        }
        var prices = choice.offers().values().stream().map(Offer::each).filter(each -> each != null).sorted().toList();
        if (!prices.isEmpty()) {
            object.put("offers", offer(choice, prices));
        }
        reviews.describe(object, said);
        return object;
    }

    private Map<String, Object> offer(ProductChoice choice, List<Money> prices) {
        var there = choice.offers().values().stream().anyMatch(offer -> offer.available() > 0);
        var later = choice.offers().values().stream().anyMatch(Offer::backorderable);
        var offer = new LinkedHashMap<String, Object>();
        if (prices.size() == 1) {
            offer.put("@type", "Offer");
            offer.put("price", plain(prices.getFirst()));
        } else {
            offer.put("@type", "AggregateOffer");
            offer.put("lowPrice", plain(prices.getFirst()));
            offer.put("highPrice", plain(prices.getLast()));
            offer.put("offerCount", prices.size());
        }
        offer.put("priceCurrency", prices.getFirst().currency());
        offer.put("availability", "https://schema.org/" + (there ? "InStock" : later ? "BackOrder" : "OutOfStock"));
        offer.put("url", address.of(PREFIX + choice.product().handle()));
        return offer;
    }

    private Map<String, Object> crumbs(ProductPage product, Locale locale) {
        var links = new LinkedHashMap<String, String>();
        for (CategoryLink category : product.path()) {
            links.put(category.name().in(locale), "/c/" + category.slug());
        }
        links.put(product.name().in(locale), PREFIX + product.handle());
        return Crumbs.jsonLd(texts.get(locale, "storefront.home"), links, address);
    }

    private static String plain(Money money) {
        return money.rounded().amount().stripTrailingZeros().toPlainString();
    }

    private static String text(app.regulars.platform.i18n.Localized text, Locale locale) {
        var value = text == null ? null : text.in(locale);
        return value == null ? "" : value;
    }

    /** Paragraphs of a description. */
    public static List<String> paragraphs(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("\\n\\s*\\n")).filter(part -> !part.isBlank()).toList();
    }
}
