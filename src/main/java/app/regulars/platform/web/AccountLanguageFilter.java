package app.regulars.platform.web;

import app.regulars.platform.i18n.AccountLanguage;
import app.regulars.platform.i18n.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the rules of signing in: what the account says of the language, for this request, and in a cookie for those that are answered
 * ahead of them. It goes when nobody is signed in any more, and never stands above what was chosen.
 */
@Component
@Order(-1)
class AccountLanguageFilter extends OncePerRequestFilter {

    private final ObjectProvider<AccountLanguage> account;

    AccountLanguageFilter(ObjectProvider<AccountLanguage> account) {
        this.account = account;
    }

    /** Only for what begins a page: not for what goes on between a live page and the server, nor for anything that is sent. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return !"GET".equals(request.getMethod()) || query != null && query.contains("v-r=") && !query.contains("v-r=init") || request.getRequestURI().startsWith("/VAADIN/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!ReaderLanguages.isChosen(request)) {
            var known = account.getIfAvailable();
            var said = known == null ? null : known.current().map(Languages::code).orElse(null);
            if (said != null) {
                request.setAttribute(ReaderLanguages.ACCOUNT, said);
            }
            var kept = ReaderLanguages.cookie(request, Languages.ACCOUNT_COOKIE);
            if (said == null ? kept != null : !said.equals(kept)) {
                keep(said, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    /** @param said null when it goes */
    private static void keep(String said, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(Languages.ACCOUNT_COOKIE, said == null ? "" : said);
        cookie.setPath("/");
        cookie.setMaxAge(said == null ? 0 : -1);
        cookie.setSecure(request.isSecure());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
