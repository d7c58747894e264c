package app.regulars.quoting.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.MailedQuotes;
import app.regulars.quoting.QuoteFile;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;

/** The quote of a mailed link: opening it changes nothing, one button makes it an order. Shows no street and no name of a person. */
@Route("quotes/:token")
@AnonymousAllowed
class QuoteView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MailedQuotes quotes;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String token = "";
    private String said = "";

    QuoteView(Templates templates, MailedQuotes quotes, CurrentUser user, Texts texts) {
        super(templates);
        this.quotes = quotes;
        this.user = user;
        this.texts = texts;
        page().on("accept", values -> answered(Answering.problem(() -> quotes.accept(token, user.person().orElse(null)), texts, locale())));
        page().on("decline", values -> {
            try {
                quotes.decline(token, values.get("why"));
                answered("");
            } catch (Refused refused) {
                var words = texts.get(locale(), refused.key(), refused.arguments());
                if ("why".equals(refused.field())) {
                    page().fieldError("quote-why", words);
                } else {
                    answered(words);
                }
            }
        });
        Live.on("quotes", this, () -> refresh(said));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        refresh("");
    }

    private void answered(String problem) {
        refresh(problem);
        getElement().executeJs("setTimeout(()=>this.querySelector('#quote-said')?.focus())");
    }

    private void refresh(String problem) {
        said = problem;
        var file = quotes.find(token).orElse(null);
        title(file == null ? getTranslation("quoting.unknown") : getTranslation("quoting.title", "number", file.number().value()));
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("problem", problem);
        values.put("mine", user.customer().isPresent() && file != null && isMine(file));
        values.put("paper", "/papers/quote/" + token);
        show("quoting/linked.jte", values);
    }

    private boolean isMine(QuoteFile file) {
        return user.customer().filter(file.customer()::equals).isPresent();
    }
}
