package app.regulars.storefront;

import app.regulars.platform.web.TypedFilter;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the search box asks while a stranger types; who may be known is answered by {@link SuggestionController}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class SuggestionFilter extends TypedFilter {

    private final Suggestions suggestions;

    SuggestionFilter(Suggestions suggestions) {
        super(Suggestions.PATH);
        this.suggestions = suggestions;
    }

    @Override
    protected String html(String typed, Locale locale) {
        return suggestions.html(typed, locale, Shopper.ANYBODY);
    }
}
