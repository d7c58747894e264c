package app.regulars.inquiry.ui.customer;

import app.regulars.platform.web.TypedFilter;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a stranger who writes a question is shown; who may be known is answered by {@link AnswersController}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 16)
class AnswersFilter extends TypedFilter {

    private final Answers answers;

    AnswersFilter(Answers answers) {
        super(Answers.PATH);
        this.answers = answers;
    }

    @Override
    protected String html(String typed, Locale locale) {
        return answers.html(typed, locale, null);
    }
}
