package app.regulars.storefront;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.ReaderLanguages;
import app.regulars.platform.web.StillPages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows staff the shop as a customer sees it. Only ever read: there is no other method than GET, and what she alone may do is no page here. */
@Controller
@RolesAllowed(Permissions.CUSTOMERS_PREVIEW)
class PreviewController {

    /** After that long without a page it is another look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private final PreviewDesk desk;
    private final PreviewPages pages;
    private final CurrentUser user;
    private final AccountLanguages languages;
    private final Clock clock;

    PreviewController(PreviewDesk desk, PreviewPages pages, CurrentUser user, AccountLanguages languages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.user = user;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping({"/console/customers/{number}/shop", "/console/customers/{number}/shop/**"})
    @RolesAllowed(Permissions.CUSTOMERS_PREVIEW)
    void show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var card = desk.open(number, begins(number, request), user.requireStaff());
        var sent = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        var asked = new PublicRequest(path(request, number), PublicRequest.parameters(sent), languages.of(card));
        var look = pages.look(card, asked, reader(request)).orElse(null);
        if (look == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        response.setStatus(look.status());
        if (look.location() != null) {
            response.setHeader("Location", look.location());
            return;
        }
        response.setHeader("Content-Security-Policy", StillPages.CONTENT);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(look.html().getBytes(StandardCharsets.UTF_8));
    }

    private boolean begins(String number, HttpServletRequest request) {
        var session = request.getSession();
        var name = PreviewController.class.getName() + "." + number.toUpperCase(Locale.ROOT);
        var now = clock.instant();
        var before = session.getAttribute(name) instanceof Instant at ? at : Instant.MIN;
        session.setAttribute(name, now);
        return before.isBefore(now.minus(ONE_LOOK));
    }

    /** The address of the shop's page: what stands behind ".../shop". */
    private static String path(HttpServletRequest request, String number) {
        var whole = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var rest = whole.substring("/console/customers/".length() + number.length() + "/shop".length());
        return rest.isEmpty() ? "/" : rest;
    }

    /** The member of staff reads the words around it. */
    private static Locale reader(HttpServletRequest request) {
        return ReaderLanguages.of(request, null);
    }
}
