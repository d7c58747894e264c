package app.regulars.quoting.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.MyQuotes;
import app.regulars.quoting.QuoteNumber;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;

/** One of my quotes: what is offered until when, and the two answers. */
@Route("my/quotes/:number")
@RolesAllowed(Roles.CUSTOMER)
class MyQuoteView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyQuotes quotes;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private QuoteNumber number;
    private String said = "";

    MyQuoteView(Templates templates, MyQuotes quotes, CurrentUser user, Texts texts) {
        super(templates);
        this.quotes = quotes;
        this.user = user;
        this.texts = texts;
        page().on("accept", values -> {
            refresh(Answering.problem(() -> quotes.accept(user.requireCustomer(), user.requirePerson(), number), texts, locale()));
            getElement().executeJs("setTimeout(()=>this.querySelector('#quote-said')?.focus())");
        });
        page().on("decline", values -> {
            try {
                quotes.decline(user.requireCustomer(), user.requirePerson(), number, values.get("why"));
                refresh("");
                getElement().executeJs("setTimeout(()=>this.querySelector('#quote-said')?.focus())");
            } catch (Refused refused) {
                refused(refused);
            }
        });
        Live.on("quotes:" + user.requireCustomer(), this, () -> refresh(said));
    }

    private void refused(Refused refused) {
        var words = texts.get(locale(), refused.key(), refused.arguments());
        if ("why".equals(refused.field())) {
            page().fieldError("quote-why", words);
        } else {
            refresh(words);
        }
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new QuoteNumber(event.getRouteParameters().get("number").orElse(""));
        title(getTranslation("quoting.title", "number", number.value()));
        refresh("");
    }

    private void refresh(String problem) {
        said = problem;
        var file = quotes.find(user.requireCustomer(), number);
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("problem", problem);
        values.put("mine", true);
        values.put("paper", "/papers/quote/" + quotes.token(user.requireCustomer(), number));
        show("quoting/quote.jte", values);
    }
}
