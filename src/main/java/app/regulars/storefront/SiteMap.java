package app.regulars.storefront;

import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.faq.HelpCenter;
import app.regulars.forum.OpenForum;
import app.regulars.forum.TopicFilter;
import app.regulars.platform.web.PublicAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What search engines read first: /robots.txt, and /sitemap.xml, which is an index of pages when there are many addresses. */
@RestController
class SiteMap {

    static final int SIZE = 40_000;
    private static final int MOST_TOPIC_PAGES = 250;
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final String SCHEMA = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

    private final Catalog catalog;
    private final HelpCenter help;
    private final OpenForum forum;
    private final PublicAddress address;
    private final TextPages texts;
    private final CollectionPages collections;
    private final Shoppers shoppers;

    SiteMap(Catalog catalog, HelpCenter help, OpenForum forum, PublicAddress address, TextPages texts, CollectionPages collections, Shoppers shoppers) {
        this.shoppers = shoppers;
        this.collections = collections;
        this.catalog = catalog;
        this.help = help;
        this.forum = forum;
        this.address = address;
        this.texts = texts;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        var lines = new StringBuilder("User-agent: *\n");
        for (var path : List.of("/my", "/console", "/cart", "/checkout", "/login", "/register", "/track", "/search?", "/ask?", "/language")) {
            lines.append("Disallow: ").append(path).append('\n');
        }
        lines.append("Sitemap: ").append(address.of("/sitemap.xml")).append('\n');
        return ResponseEntity.ok().contentType(TEXT).cacheControl(KEPT).body(lines.toString());
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> siteMap() {
        var pages = pages();
        if (pages == 1) {
            var all = pagesOfTheHouse();
            catalog.handles(0, SIZE).forEach(handle -> all.add("/p/" + handle));
            return xml(addresses(all));
        }
        var index = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex").append(SCHEMA);
        for (int page = 0; page <= pages; page++) {
            index.append("<sitemap><loc>").append(escaped("/sitemap-" + page + ".xml")).append("</loc></sitemap>");
        }
        return xml(index.append("</sitemapindex>").toString());
    }

    /** @param page 0 for everything that is not a product, then the products by the page */
    @GetMapping("/sitemap-{page:[0-9]{1,4}}.xml")
    ResponseEntity<String> siteMap(@PathVariable int page) {
        if (page > pages()) {
            return ResponseEntity.notFound().build();
        }
        return xml(addresses(page == 0 ? pagesOfTheHouse() : catalog.handles(page - 1, SIZE).stream().map(handle -> "/p/" + handle).toList()));
    }

    private int pages() {
        return (int) Math.max(1, (catalog.countPublished() + SIZE - 1) / SIZE);
    }

    /** What is not offered to everybody is not told to search engines either. */
    private List<String> pagesOfTheHouse() {
        var offered = shoppers.arrangement(Shopper.ANYBODY);
        var all = new ArrayList<>(List.of("/", "/search", "/privacy"));
        all.addAll(texts.addresses());
        all.addAll(collections.addresses());
        catalog.topCategories().forEach(category -> add(category, all));
        if (offered.shows(Section.HELP)) {
            all.add("/help");
            help.categories().forEach(category -> category.articles().forEach(article -> all.add(article.address())));
        }
        if (offered.shows(Section.FORUM)) {
            all.add("/forum");
            topics(all);
        }
        return all;
    }

    private void topics(List<String> all) {
        for (int page = 1, pages = 1; page <= Math.min(pages, MOST_TOPIC_PAGES); page++) {
            var topics = forum.topics(TopicFilter.NEWEST, null, page);
            topics.topics().forEach(topic -> all.add(topic.address()));
            pages = topics.pages();
        }
    }

    private void add(CategoryLink category, List<String> all) {
        if (category.products() > 0) {
            all.add("/c/" + category.slug());
            catalog.category(category.slug()).ifPresent(page -> page.below().forEach(below -> add(below, all)));
        }
    }

    private String addresses(List<String> paths) {
        var urls = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset").append(SCHEMA);
        paths.forEach(path -> urls.append("<url><loc>").append(escaped(path)).append("</loc></url>"));
        return urls.append("</urlset>").toString();
    }

    private String escaped(String path) {
        return HtmlUtils.htmlEscape(address.of(path), "UTF-8");
    }

    private static ResponseEntity<String> xml(String body) {
        return ResponseEntity.ok().contentType(XML).cacheControl(KEPT).body(body);
    }
}
