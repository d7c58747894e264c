package app.regulars.privacy;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks whether messages are to stop; its form also works without scripts. */
@Component
public class UnsubscribePage implements PublicPages {

    private static final String PATH = "/unsubscribe/";

    private final Unsubscribing unsubscribing;
    private final Templates templates;
    private final Texts texts;

    UnsubscribePage(Unsubscribing unsubscribing, Templates templates, Texts texts) {
        this.unsubscribing = unsubscribing;
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(PATH);
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var locale = request.locale();
        return unsubscribing.look(request.lastSegment(), locale).map(look -> PublicPage.of(texts.get(locale, "privacy.stop.title"), "", request.path(),
                templates.render("privacy/unsubscribe.jte", locale, Map.of("look", look, "path", request.path()))).notIndexed());
    }
}
