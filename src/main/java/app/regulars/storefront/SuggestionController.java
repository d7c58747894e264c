package app.regulars.storefront;

import app.regulars.platform.web.TypedFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Suggestions for whoever is signed in, her own orders and inquiries among them; made for her alone. Makes no session. */
@Controller
class SuggestionController {

    private final Suggestions suggestions;
    private final Shoppers shoppers;

    SuggestionController(Suggestions suggestions, Shoppers shoppers) {
        this.suggestions = suggestions;
        this.shoppers = shoppers;
    }

    @GetMapping(Suggestions.PATH)
    void suggest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TypedFilter.answer(suggestions.html(TypedFilter.typed(request), TypedFilter.locale(request), shoppers.current()), response);
    }
}
