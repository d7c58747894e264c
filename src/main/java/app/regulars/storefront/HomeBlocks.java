package app.regulars.storefront;

import app.regulars.arranging.Arrangement;
import app.regulars.arranging.BlockKind;
import app.regulars.arranging.HomeBlock;
import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.catalog.ProductCollection;
import app.regulars.faq.ArticleCard;
import app.regulars.faq.HelpCenter;
import app.regulars.forum.Forum;
import app.regulars.forum.SolvedTopic;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.text.Markdown;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills the blocks of the home page with what they are about, for one who looks. */
@Component
public class HomeBlocks {

    private static final int TILES = 5;
    private static final int TILE_PICTURES = 3;
    private static final int CARDS = 4;
    private static final int ANSWERS = 5;

    private final Catalog catalog;
    private final Cards cards;
    private final Shelves shelves;
    private final Collections collections;
    private final Forum forum;
    private final HelpCenter help;
    private final Texts texts;
    private final Cache<String, List<SolvedTopic>> solved = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(20)).build();

    HomeBlocks(Catalog catalog, Cards cards, Shelves shelves, Collections collections, Forum forum, HelpCenter help, Texts texts) {
        this.catalog = catalog;
        this.cards = cards;
        this.shelves = shelves;
        this.collections = collections;
        this.forum = forum;
        this.help = help;
        this.texts = texts;
    }

    /** A category with the pictures of its first products. */
    public record Tile(CategoryLink category, List<String> pictures) {
    }

    /**
     * One part of the page, ready for its template.
     *
     * @param id       of its heading
     * @param text     a sentence, or null; of a notice its sanitized HTML
     * @param link     leads to all of it, or null
     * @param linkName what stands on the link
     * @param unique   whether the link's name says enough by itself
     */
    public record Part(BlockKind kind, String id, String title, String text, String link, String linkName, boolean unique, List<CardView> cards, List<Tile> tiles,
                       List<SolvedTopic> solved, List<ArticleCard> articles) {

        static Part of(BlockKind kind, String id) {
            return new Part(kind, id, null, null, null, null, true, List.of(), List.of(), List.of(), List.of());
        }
    }

    private record Asked(Shopper shopper, Arrangement arrangement, Locale locale, Set<String> shown) {
    }

    /** In the order of the blocks; what would be empty is left out. */
    List<Part> parts(List<HomeBlock> blocks, Shopper shopper, Arrangement arrangement, Locale locale) {
        var asked = new Asked(shopper, arrangement, locale, new HashSet<>());
        var parts = new ArrayList<Part>();
        blocks.forEach(block -> parts(block, asked, "b" + parts.size()).forEach(parts::add));
        return parts;
    }

    private Stream<Part> parts(HomeBlock block, Asked asked, String id) {
        var shopper = asked.shopper();
        return switch (block.kind()) {
            case HERO, YOURS -> Stream.of(Part.of(block.kind(), id));
            case CATEGORIES -> Stream.of(new Part(block.kind(), id, null, null, null, null, true, List.of(), tiles(shopper), List.of(), List.of()));
            case POPULAR -> shelf(block, asked, id, texts.get(asked.locale(), "storefront.home.popular"), texts.get(asked.locale(), "storefront.home.popular.text"), null, null, true,
                    shelves.popular(shopper).views());
            case NEWEST -> shelf(block, asked, id, texts.get(asked.locale(), "storefront.home.newest"), null, "/search?sort=newest",
                    texts.get(asked.locale(), "storefront.home.newest.all"), true,
                    shelves.newest(shopper).views().stream().filter(view -> !asked.shown().contains(view.card().handle())).toList());
            case COLLECTIONS -> collections.onHome().stream().flatMap(collection -> collection(block, asked, id + "-" + collection.slug(), collection));
            case COLLECTION -> collections.find(block.target()).stream().flatMap(collection -> collection(block, asked, id, collection));
            case CATEGORY -> catalog.category(block.target(), shopper.viewer()).stream().flatMap(category -> shelf(block, asked, id, category.name().in(asked.locale()),
                    category.description() == null ? null : category.description().in(asked.locale()), "/c/" + category.slug(),
                    texts.get(asked.locale(), "storefront.collection.all"), false, shelves.firstOf(category.slug(), shopper).views()));
            case NOTICE -> Stream.of(new Part(block.kind(), id, block.title().in(asked.locale()), Markdown.article(block.text().in(asked.locale())), null, null, true, List.of(),
                    List.of(), List.of(), List.of()));
            case ANSWERS -> answers(block, asked, id, true);
            case HELP -> answers(block, asked, id, false);
        };
    }

    private Stream<Part> collection(HomeBlock block, Asked asked, String id, ProductCollection collection) {
        return shelf(block, asked, id, collection.name().in(asked.locale()), collection.description().in(asked.locale()), "/collection/" + collection.slug(),
                texts.get(asked.locale(), "storefront.collection.all"), false, collections.of(collection, asked.shopper()).views());
    }

    private Stream<Part> shelf(HomeBlock block, Asked asked, String id, String title, String text, String link, String linkName, boolean unique, List<CardView> views) {
        var first = views.stream().limit(CARDS).toList();
        if (block.kind() == BlockKind.POPULAR) {
            first.forEach(view -> asked.shown().add(view.card().handle()));
        }
        return first.isEmpty() ? Stream.empty() : Stream.of(new Part(block.kind(), id, title, text == null || text.isBlank() ? null : text, link, linkName, unique,
                cards.seen(first, asked.shopper().customer()), List.of(), List.of(), List.of()));
    }

    private Stream<Part> answers(HomeBlock block, Asked asked, String id, boolean withForum) {
        var topics = withForum && asked.arrangement().shows(Section.FORUM)
                ? solved.get(Languages.code(asked.locale()), code -> forum.latestSolved(ANSWERS, asked.locale())) : List.<SolvedTopic>of();
        var articles = asked.arrangement().shows(Section.HELP)
                ? help.categories().stream().flatMap(category -> category.articles().stream()).limit(Math.max(0, ANSWERS - Math.max(1, topics.size()) + 1)).toList()
                : List.<ArticleCard>of();
        // without a question that was solved the shop has said nothing yet, unless articles were asked for
        return topics.isEmpty() && (withForum && asked.arrangement().shows(Section.FORUM) || articles.isEmpty()) ? Stream.empty()
                : Stream.of(new Part(block.kind(), id, null, null, null, null, true, List.of(), List.of(), topics, articles));
    }

    private List<Tile> tiles(Shopper shopper) {
        var tiles = new ArrayList<Tile>();
        for (var category : catalog.topCategories(shopper.viewer()).stream().filter(some -> some.products() > 0).limit(TILES).toList()) {
            var pictures = shelves.firstOf(category.slug(), shopper).views().stream().limit(TILE_PICTURES * 2).map(view -> view.card().art()).filter(art -> art != null).distinct()
                    .limit(tiles.isEmpty() ? TILE_PICTURES : 2).toList();
            tiles.add(new Tile(category, pictures));
        }
        return tiles;
    }
}
