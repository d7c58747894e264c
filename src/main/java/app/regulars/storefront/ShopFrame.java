package app.regulars.storefront;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicFrame;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Announcement, header, navigation and footer: one template each, for the first HTML and for the live page. */
@Component
class ShopFrame implements PublicFrame {

    private final Templates templates;
    private final Texts texts;

    ShopFrame(Templates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    public String header(Locale locale, String path, String section) {
        return header(locale, path, section, HeaderModel.ANONYMOUS);
    }

    String header(Locale locale, String path, String section, HeaderModel visitor) {
        var model = Map.<String, Object>of("path", path, "section", section == null ? "" : section, "visitor", visitor,
                "categories", List.<HeaderModel.Entry>of());
        return templates.render("storefront/header.jte", locale, model);
    }

    @Override
    public String footer(Locale locale, String path) {
        return templates.render("storefront/footer.jte", locale, Map.of("path", path, "categories", List.<HeaderModel.Entry>of()));
    }

    @Override
    public PublicPage notFound(PublicRequest request) {
        return PublicPage.of(texts.get(request.locale(), "storefront.not-found.title"), "", request.path(),
                templates.render("storefront/not-found.jte", request.locale(), Map.of())).withStatus(404).notIndexed();
    }
}
