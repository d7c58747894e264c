package app.regulars.storefront;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerGroup;
import app.regulars.customer.CustomerGroups;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.StillPages;
import app.regulars.platform.web.Templates;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The shop's pages with a customer's eyes, for staff: the very pages that she gets, framed, without a script, every control closed, and
 * every link either to another page of the same look or to nowhere. Nobody is signed in as anybody.
 */
@Component
class PreviewPages {

    private static final String PLACE = "/console/customers/%s/shop";

    private final List<ShopPages> pages;
    private final HomePage home;
    private final Welcome welcome;
    private final Shoppers shoppers;
    private final ShopFrame frame;
    private final StillPages still;
    private final Templates templates;
    private final CustomerGroups groups;

    PreviewPages(List<ShopPages> pages, HomePage home, Welcome welcome, Shoppers shoppers, ShopFrame frame, StillPages still, Templates templates, CustomerGroups groups) {
        this.pages = pages;
        this.home = home;
        this.welcome = welcome;
        this.shoppers = shoppers;
        this.frame = frame;
        this.still = still;
        this.templates = templates;
        this.groups = groups;
    }

    /**
     * A page of the look.
     *
     * @param status 200, 403 for what is no part of a look, 404, or 302 with only a location
     * @param html   null for a page that stands elsewhere
     */
    record Look(int status, String location, String html) {
    }

    /** Where the look at this customer's shop stands. */
    static String place(CustomerCard card) {
        return PLACE.formatted(card.number());
    }

    /** @param asked in the customer's language @param reader the language of the member of staff */
    Optional<Look> look(CustomerCard card, PublicRequest asked, Locale reader) {
        var shopper = shoppers.shown(card.id());
        var request = asked.by(card.id());
        var source = pages.stream().filter(some -> some.serves(request.path())).findFirst().orElse(null);
        var page = source == null ? closed(request, reader)
                : source == home ? home.page(request, shopper, welcome.of(card.name(), card.id(), request.locale()))
                : source.page(request, shopper).orElseGet(() -> frame.notFound(request));
        if (page.isMoved()) {
            return Optional.of(new Look(302, place(card) + page.canonicalPath(), null));
        }
        var header = frame.header(request.locale(), request.path(), page.section(), new HeaderModel(card.name(), 0, null, true, false), shopper);
        return still.of(page.notIndexed(), request, header, frame.footer(request.locale(), request.path(), shopper))
                .map(document -> new Look(source == null ? 403 : page.status(), null, framed(document, card, shopper, request, reader)));
    }

    private PublicPage closed(PublicRequest request, Locale reader) {
        return PublicPage.of("", "", request.path(), templates.render("storefront/look-closed.jte", reader, new HashMap<>())).notIndexed();
    }

    private String framed(Document document, CustomerCard card, Shopper shopper, PublicRequest request, Locale reader) {
        document.select("a[href]").forEach(link -> lead(link, card));
        document.select("a.skip").attr("href", place(card) + ("/".equals(request.path()) ? "" : request.path()) + "#main").removeAttr("aria-disabled").removeAttr("role");
        document.select("form").forEach(form -> {
            if ("search".equals(form.attr("role"))) {
                form.attr("action", place(card) + "/search").attr("method", "get");
            } else {
                form.removeAttr("action").select("input, select, textarea, button").forEach(PreviewPages::close);
            }
        });
        document.select("button, input, select, textarea").stream().filter(control -> control.closest("form[role=search]") == null).forEach(PreviewPages::close);
        document.select("[data-action], [data-go], [data-navigate], [data-input]").forEach(element -> List.of("data-action", "data-go", "data-navigate", "data-input")
                .forEach(element::removeAttr));
        var model = new HashMap<String, Object>();
        model.put("customer", card);
        model.put("language", request.locale());
        model.put("groups", groups.all().stream().filter(group -> groups.of(card.id()).contains(group.id())).map(CustomerGroup::name).map(name -> name.in(reader)).collect(Collectors.toList()));
        var page = document.getElementById("static-page").addClass("looked-at");
        var look = templates.render("storefront/look.jte", reader, model);
        if (page.select("a.skip").isEmpty()) {
            page.prepend(look);
        } else {
            // whoever skips does it first
            page.selectFirst("a.skip").after(look);
        }
        document.title("◉ " + document.title());
        return document.outerHtml();
    }

    private static void close(Element control) {
        control.attr("disabled", true);
    }

    /** To the same page of this look, or nowhere. */
    private void lead(Element link, CustomerCard card) {
        var href = link.attr("href");
        var path = href.startsWith("/") && !href.startsWith("//") ? path(href) : null;
        if (path != null && pages.stream().anyMatch(some -> some.serves(path))) {
            link.attr("href", place(card) + ("/".equals(path) ? href.substring(1) : href));
        } else {
            link.removeAttr("href").removeAttr("target").attr("role", "link").attr("aria-disabled", "true");
        }
    }

    private static String path(String href) {
        try {
            return URI.create(href).getPath();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
