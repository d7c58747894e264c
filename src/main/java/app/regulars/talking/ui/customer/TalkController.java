package app.regulars.talking.ui.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.ReaderLanguages;
import app.regulars.talking.Conversation;
import app.regulars.talking.Talks;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The customer's page of a live talk: plain HTML with forms, made better by a script that it carries. No cookie before she begins, so that
 * there is no session that could keep a token against forged forms: what is sent must come from a page of this house, as the browser says.
 */
@Controller
class TalkController {

    static final String PATH = "/talk";
    private static final String COOKIE = "talk";

    private final Talks talks;
    private final TalkPage page;
    private final CurrentUser user;
    private final Texts texts;

    TalkController(Talks talks, TalkPage page, CurrentUser user, Texts texts) {
        this.talks = talks;
        this.page = page;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.send(talk(request).orElse(null), Map.of(), null, request, response);
    }

    @PostMapping(PATH)
    void begin(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOurs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        // the field nobody sees: whoever fills it in is no person
        if (!typed.getOrDefault("website", "").isBlank() || talk(request).filter(talk -> !talk.isOver()).isPresent()) {
            seeOther(response);
            return;
        }
        try {
            var token = talks.begin(me(), new Talks.Beginning(typed.get("name"), typed.get("email"), ReaderLanguages.of(request), typed.get("text"), typed.get("key")));
            var cookie = new Cookie(COOKIE, token);
            cookie.setPath(PATH);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
            seeOther(response);
        } catch (Refused refused) {
            response.setStatus(422);
            page.send(talk(request).orElse(null), typed, refused, request, response);
        }
    }

    /** What was said after a line, for the script. */
    @GetMapping(PATH + "/lines")
    ResponseEntity<Map<String, Object>> lines(@RequestParam(name = "after", defaultValue = "0") int after, @RequestParam(name = "writing", defaultValue = "false") boolean writing,
            HttpServletRequest request) {
        try {
            var talk = talks.lines(me(), token(request), after, writing);
            return ResponseEntity.ok(Map.of("state", talk.state(), "with", talk.with(), "writing", talk.writing(), "lines", talk.lines().stream().map(line -> Map.of("n", line.n(),
                    "key", line.key(), "who", line.who(), "name", line.name(), "text", line.text(), "at", page.time(line.at(), ReaderLanguages.of(request)))).toList()));
        } catch (NotFound none) {
            return ResponseEntity.notFound().build();
        }
    }

    /** Says something: the script gets its n, a form without a script the page again. */
    @PostMapping(PATH + "/say")
    ResponseEntity<Map<String, Object>> say(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOurs(request)) {
            return ResponseEntity.status(HttpServletResponse.SC_FORBIDDEN).build();
        }
        var script = String.valueOf(request.getHeader("Accept")).contains("application/json");
        try {
            var n = talks.say(me(), token(request), typed.get("key"), typed.get("text"));
            return script ? ResponseEntity.ok(Map.of("n", n)) : seeOther();
        } catch (NotFound none) {
            return script ? ResponseEntity.notFound().build() : seeOther();
        } catch (Refused refused) {
            if (script) {
                return ResponseEntity.unprocessableContent().body(Map.of("error", texts.get(ReaderLanguages.of(request), refused.key(), refused.arguments())));
            }
            response.setStatus(422);
            page.send(talk(request).orElse(null), typed, refused, request, response);
            return null;
        }
    }

    @PostMapping(PATH + "/leave")
    ResponseEntity<Map<String, Object>> leave(HttpServletRequest request) {
        if (!isOurs(request)) {
            return ResponseEntity.status(HttpServletResponse.SC_FORBIDDEN).build();
        }
        try {
            talks.leave(me(), token(request));
        } catch (NotFound none) {
            return seeOther();
        }
        return seeOther();
    }

    private Optional<Conversation> talk(HttpServletRequest request) {
        var token = token(request);
        try {
            return token == null ? Optional.empty() : Optional.of(talks.lines(me(), token, 0, false));
        } catch (NotFound notHers) {
            return Optional.empty();
        }
    }

    private Talks.Me me() {
        return user.customer().map(customer -> new Talks.Me(customer, user.get().filter(SignedIn::actsForCompany).map(SignedIn::person).orElse(null))).orElse(Talks.Me.GUEST);
    }

    private static String token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? null : Arrays.stream(cookies).filter(cookie -> COOKIE.equals(cookie.getName())).map(Cookie::getValue).findFirst().orElse(null);
    }

    /** Browsers say from which site a form comes; whoever says nothing is no page of ours. */
    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        var origin = request.getHeader("Origin");
        try {
            return origin != null && request.getServerName().equalsIgnoreCase(URI.create(origin).getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void seeOther(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", PATH);
    }

    private static ResponseEntity<Map<String, Object>> seeOther() {
        return ResponseEntity.status(HttpServletResponse.SC_SEE_OTHER).location(URI.create(PATH)).build();
    }
}
