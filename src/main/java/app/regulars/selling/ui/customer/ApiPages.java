package app.regulars.selling.ui.customer;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a program says and is answered, in words and by example; the machine's own description is /api/v1/openapi.yaml. */
@Component
class ApiPages implements PublicPages {

    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;

    ApiPages(Templates templates, Texts texts, PublicAddress address) {
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    @Override
    public boolean serves(String path) {
        return "/api".equals(path);
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var locale = request.locale();
        return Optional.of(PublicPage.of(texts.get(locale, "selling.doc.title"), texts.get(locale, "selling.doc.lead"), "/api",
                templates.render("selling/api.jte", locale, Map.of("base", address.of("/api/v1")))));
    }
}
