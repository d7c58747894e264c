package app.regulars.privacy;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The privacy statement at /privacy, with older versions at /privacy?version=3. */
@Component
public class PrivacyPage implements PublicPages {

    private final PrivacyStatements statements;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;

    PrivacyPage(PrivacyStatements statements, Templates templates, Texts texts, Shop shop) {
        this.statements = statements;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return "/privacy".equals(path);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        var locale = request.locale();
        var all = statements.versions(locale);
        var current = statements.current(locale);
        var asked = request.number("version", 0, 0, 9999);
        var shown = asked == 0 ? current : all.stream().filter(statement -> statement.version() == asked).findFirst();
        if (asked != 0 && shown.isEmpty()) {
            return Optional.empty();
        }
        var text = shown.map(PrivacyStatements.Statement::content).orElseGet(() -> {
            var own = shop.text("privacy-statement").in(locale);
            return own == null || own.isBlank() ? texts.get(locale, "privacy.statement.none") : own;
        });
        var model = new HashMap<String, Object>(Map.of("html", Markdown.article(text), "versions", all, "officer", PrivacyOfficer.of(shop)));
        model.put("shown", shown.orElse(null));
        model.put("old", shown.isPresent() && current.isPresent() && shown.get().version() != current.get().version());
        var page = PublicPage.of(texts.get(locale, "privacy.statement.title"), texts.get(locale, "privacy.statement.description", "shop", shop.name()), "/privacy",
                templates.render("privacy/statement.jte", locale, model));
        return Optional.of(asked == 0 ? page : page.notIndexed());
    }
}
