package app.regulars.inquiry.ui.customer;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.TypedFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers for whoever is signed in, her own orders and inquiries among them; made for her alone. Makes no session. */
@Controller
class AnswersController {

    private final Answers answers;
    private final CurrentUser user;

    AnswersController(Answers answers, CurrentUser user) {
        this.answers = answers;
        this.user = user;
    }

    @GetMapping(Answers.PATH)
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TypedFilter.answer(answers.html(TypedFilter.typed(request), TypedFilter.locale(request), user.customer().orElse(null)), response);
    }
}
