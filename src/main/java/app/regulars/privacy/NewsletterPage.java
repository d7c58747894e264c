package app.regulars.privacy;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The newsletter's form, with the very words that one agrees to. */
@Component
public class NewsletterPage implements PublicPages {

    private final NewsletterSignUp newsletter;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;

    NewsletterPage(NewsletterSignUp newsletter, Templates templates, Texts texts, Shop shop) {
        this.newsletter = newsletter;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return "/newsletter".equals(path);
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var locale = request.locale();
        return newsletter.words(locale).map(words -> PublicPage.of(texts.get(locale, "privacy.newsletter.title", "shop", shop.name()),
                words.sentence(), "/newsletter", templates.render("privacy/newsletter.jte", locale, Map.of("words", words, "typed", Map.of(), "errors", Map.of()))));
    }
}
