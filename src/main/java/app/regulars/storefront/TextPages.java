package app.regulars.storefront;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the merchant says of itself and its ways; no page where nothing is said. */
@Component
class TextPages implements PublicPages {

    private static final List<String> NAMES = List.of("about", "contact", "delivery", "terms");
    private static final int LONGEST_DESCRIPTION = 160;

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;

    TextPages(Templates templates, Texts texts, Shop shop) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return path.length() > 1 && NAMES.contains(path.substring(1));
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var name = request.lastSegment();
        var text = shop.text(name).in(request.locale());
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var title = texts.get(request.locale(), "storefront." + name + ".title");
        var html = templates.render("storefront/text-page.jte", request.locale(), Map.of("title", title, "html", Markdown.article(text)));
        return Optional.of(PublicPage.of(title + " · " + shop.name(), Markdown.gist(text, LONGEST_DESCRIPTION), "/" + name, html));
    }

    /** The addresses that have a text. */
    List<String> addresses() {
        return NAMES.stream().filter(name -> !shop.get(name + ".en", "").isBlank()).map(name -> "/" + name).toList();
    }
}
