package app.regulars.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the public pages that know their people, behind the rules of signing in: who is signed in, or remembered, gets her own
 * page in the first answer, which nobody keeps; anybody else gets everybody's page, and no session.
 */
@Component
@Order(0)
class PersonalPageFilter extends OncePerRequestFilter {

    private final PublicPageFilter pages;

    PersonalPageFilter(PublicPageFilter pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!(request.getAttribute(PublicPageFilter.PERSONAL) instanceof PublicPages source)) {
            chain.doFilter(request, response);
        } else if (!pages.answerPersonally(source, request, response)) {
            pages.answer(source, request, response);
        }
    }
}
