package app.regulars.returning.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.FollowUpAnswers;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** How did it go? Answered by link, without signing in, and without a word about the order. */
@Route("after/:token")
@AnonymousAllowed
class AfterView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient FollowUpAnswers answers;
    private final transient Texts texts;
    private String token = "";

    AfterView(Templates templates, FollowUpAnswers answers, Texts texts) {
        super(templates);
        this.answers = answers;
        this.texts = texts;
        addClassNames("wrap", "return-page", "alone");
        page().on("answer", this::answer);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        title(getTranslation("returning.after.title"));
        refresh();
    }

    private void answer(Map<String, String> values) {
        page().fieldError("rating", "");
        try {
            answers.answer(token, values.get("rating"), values.get("words"), locale());
            refresh();
            getElement().executeJs("setTimeout(() => this.querySelector('h1')?.focus())");
        } catch (Refused refused) {
            page().fieldError("words".equals(refused.field()) ? "words" : "rating", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void refresh() {
        show("returning/after.jte", Map.of("asked", answers.look(token), "chosen", number("rating", 0, 0, FollowUpAnswers.BEST)));
    }
}
