package app.regulars.inquiry.ui.staff;

import app.regulars.faq.ArticleSources;
import app.regulars.inquiry.InquiryFile;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Beside an inquiry: the help articles that were made from it, and the way to make one of its answer. */
@Component
class ArticleLinks {

    private final ArticleSources sources;
    private final CurrentUser user;
    private final Templates templates;

    ArticleLinks(ArticleSources sources, CurrentUser user, Templates templates) {
        this.sources = sources;
        this.user = user;
        this.templates = templates;
    }

    String html(InquiryFile file, Locale locale) {
        var number = file.inquiry().number().value();
        return templates.render("inquiry/articles.jte", locale, Map.of("number", number, "articles", sources.madeFrom("inquiry", number),
                "may", user.may(Permissions.HELP_WRITE) && file.messages().stream().anyMatch(message -> message.ours())));
    }
}
