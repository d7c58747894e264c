package app.regulars.selling;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every address of /api/v1 does alike, whichever module answers it: whose key it is, how often, what is read, and refusals as RFC 9457 writes them. */
@Component
public class ApiDoor {

    /** The most that is read of what a program sends, in bytes. */
    public static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();
    private static final RateLimits.Limit GUESSES = RateLimits.Limit.guessing("api-key");
    private static final RateLimits.Limit CALLS = RateLimits.Limit.of("api-calls", 120, Duration.ofMinutes(1));

    private static final Logger log = LoggerFactory.getLogger(ApiDoor.class);
    private static final int REFERENCE = 8;

    private final ApiKeys keys;
    private final RateLimits limits;
    private final Texts texts;

    ApiDoor(ApiKeys keys, RateLimits limits, Texts texts) {
        this.keys = keys;
        this.limits = limits;
        this.texts = texts;
    }

    /**
     * Whose program it is. Wrong keys are slowed down by where they come from, which never keeps a right one out; calls by the key.
     *
     * @param scopes for any of which the key must have been made
     * @throws ApiProblem for no key (401), one that was made for something else (403), or too many calls (429)
     */
    public KeyRow key(HttpServletRequest request, KeyScope... scopes) {
        var header = request.getHeader("Authorization");
        var from = String.valueOf(request.getRemoteAddr());
        var key = keys.of(header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null).orElse(null);
        if (key == null) {
            var blocked = limits.wait(GUESSES, from);
            if (!blocked.isZero()) {
                throw slow(blocked);
            }
            limits.take(GUESSES, from);
            throw new ApiProblem(HttpStatus.UNAUTHORIZED, "key");
        }
        var wait = limits.take(CALLS, key.id().toString());
        if (!wait.isZero()) {
            throw slow(wait);
        }
        if (!List.of(scopes).contains(key.scope())) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "scope");
        }
        return key;
    }

    private static ApiProblem slow(Duration wait) {
        return new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "slow-down", List.of(), Map.of("retryAfter", Math.max(1, wait.toSeconds())));
    }

    /** What was sent, as it came. @throws ApiProblem for too much */
    public static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return body;
    }

    /** @throws ApiProblem for anything but one object */
    public static JsonNode read(byte[] body) {
        try {
            var sent = JSON.readTree(body);
            if (sent != null && sent.isObject()) {
                return sent;
            }
        } catch (JacksonException broken) {
            // said below
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "no-json");
    }

    /** In whose language refusals are said. */
    public static Locale reader(HttpServletRequest request) {
        return Languages.of(request.getLocale().toLanguageTag());
    }

    public static ResponseEntity<?> ok(HttpStatus status, Object body) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
    }

    /** The answer, or the refusal. */
    public ResponseEntity<?> answered(HttpServletRequest request, Callable<ResponseEntity<?>> work) {
        try {
            return work.call();
        } catch (ApiProblem problem) {
            return problem(request, problem);
        } catch (Refused refused) {
            return problem(request, ApiProblem.wrong(String.valueOf(refused.field()), refused.key(), refused.arguments()));
        } catch (NotFound none) {
            return problem(request, new ApiProblem(HttpStatus.NOT_FOUND, "not-found"));
        } catch (Exception unexpected) {
            // a page for people would say nothing to a program
            var reference = Secrets.next().substring(0, REFERENCE);
            log.error("reference {}", reference, unexpected);
            return problem(request, new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", List.of(), Map.of("reference", reference)));
        }
    }

    private ResponseEntity<?> problem(HttpServletRequest request, ApiProblem problem) {
        var reader = reader(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/api/v1/openapi.yaml#" + problem.kind());
        body.put("title", texts.get(reader, "selling.api." + problem.kind(), Map.of()));
        body.put("status", problem.status().value());
        if (!problem.wrong().isEmpty()) {
            body.put("errors", problem.wrong().stream().map(each -> Map.of("field", each.field(), "code", each.key(), "message", texts.get(reader, each.key(), readable(each.values(), reader)))).toList());
        }
        body.putAll(problem.more());
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).cacheControl(CacheControl.noStore());
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.more().containsKey("retryAfter")) {
            answer.header("Retry-After", String.valueOf(problem.more().get("retryAfter")));
        }
        return answer.body(body);
    }

    private static Map<String, Object> readable(Map<String, Object> values, Locale reader) {
        var readable = new HashMap<String, Object>();
        values.forEach((name, value) -> readable.put(name, value instanceof Money money ? Formats.money(money, reader) : value instanceof LocalDate day ? Formats.longDate(day, reader) : value));
        return readable;
    }
}
