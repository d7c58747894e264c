package app.regulars.storefront;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The terms one orders by, as the merchant set them; a shop without terms has no such page. */
@Component
class TermsPage implements PublicPages {

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;

    TermsPage(Templates templates, Texts texts, Shop shop) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return "/terms".equals(path);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var terms = shop.text("terms").in(request.locale());
        if (terms == null || terms.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(PublicPage.of(texts.get(request.locale(), "storefront.terms.title"), Markdown.gist(terms, 160), "/terms",
                templates.render("storefront/terms.jte", request.locale(), Map.of("html", Markdown.article(terms)))));
    }
}
