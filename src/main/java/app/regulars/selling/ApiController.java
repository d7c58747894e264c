package app.regulars.selling;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door of programs, version 1; what it takes and answers stands in /api/v1/openapi.yaml. It knows keys, and neither sessions nor cookies. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

    static final int LARGEST = 64 * 1024;
    private static final int PAGE = 50;
    private static final int MOST = 100;
    private static final JsonMapper JSON = new JsonMapper();
    private static final RateLimits.Limit GUESSES = RateLimits.Limit.guessing("api-key");
    private static final RateLimits.Limit CALLS = RateLimits.Limit.of("api-calls", 120, Duration.ofMinutes(1));

    private final ApiKeys keys;
    private final ApiOrders orders;
    private final ApiProducts products;
    private final RateLimits limits;
    private final Texts texts;

    ApiController(ApiKeys keys, ApiOrders orders, ApiProducts products, RateLimits limits, Texts texts) {
        this.keys = keys;
        this.orders = orders;
        this.products = products;
        this.limits = limits;
        this.texts = texts;
    }

    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    ResponseEntity<byte[]> description() throws IOException {
        try (var in = new ClassPathResource("selling/openapi.yaml").getInputStream()) {
            return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()).body(in.readAllBytes());
        }
    }

    @GetMapping("/products")
    ResponseEntity<?> products(HttpServletRequest request, @RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "50") String limit) {
        return answered(request, () -> {
            var key = key(request);
            return ok(HttpStatus.OK, Map.of("products", products.list(key, number(page, "page", 10_000) - 1, number(limit, "limit", MOST), reader(request))));
        });
    }

    @GetMapping("/products/{handle}")
    ResponseEntity<?> product(HttpServletRequest request, @PathVariable String handle) {
        return answered(request, () -> {
            var key = key(request);
            return ok(HttpStatus.OK, products.product(key, handle, reader(request)).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "not-found")));
        });
    }

    @GetMapping("/orders")
    ResponseEntity<?> orders(HttpServletRequest request, @RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "50") String limit) {
        return answered(request, () -> {
            var key = key(request);
            var size = number(limit, "limit", MOST);
            return ok(HttpStatus.OK, Map.of("orders", orders.list(key, (number(page, "page", 10_000) - 1) * size, size).stream().map(ApiPapers::row).toList()));
        });
    }

    @GetMapping("/orders/{number}")
    ResponseEntity<?> order(HttpServletRequest request, @PathVariable String number) {
        return answered(request, () -> {
            var key = key(request);
            return ok(HttpStatus.OK, ApiPapers.order(found(key, number), reader(request)));
        });
    }

    @PostMapping("/orders")
    ResponseEntity<?> place(HttpServletRequest request) {
        return answered(request, () -> {
            var key = key(request);
            var word = request.getHeader("Idempotency-Key");
            if (word == null || !word.matches("[\\x21-\\x7e]{8,80}")) {
                throw new ApiProblem(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
            }
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            }
            var before = keys.ask(key.id(), word, Secrets.hash(new String(body, StandardCharsets.ISO_8859_1)));
            if (before.isPresent() && !before.get().bodyHash().equals(Secrets.hash(new String(body, StandardCharsets.ISO_8859_1)))) {
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            }
            if (before.isPresent() && before.get().order() != null) {
                return ResponseEntity.status(HttpStatus.CREATED).header("Idempotency-Replayed", "true").cacheControl(CacheControl.noStore())
                        .body(ApiPapers.order(found(key, before.get().order()), reader(request)));
            }
            try {
                var placed = orders.place(key, word, read(body), reader(request));
                keys.became(key.id(), word, placed.number().value());
                return ResponseEntity.status(HttpStatus.CREATED).header("Location", "/api/v1/orders/" + placed.number().value()).cacheControl(CacheControl.noStore())
                        .body(ApiPapers.order(placed, reader(request)));
            } catch (ApiProblem | Refused refused) {
                keys.drop(key.id(), word);
                throw refused;
            }
        });
    }

    private OrderFile found(KeyRow key, String number) {
        return orders.find(key, new OrderNumber(number.length() <= 60 ? number : "")).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "not-found"));
    }

    private static JsonNode read(byte[] body) {
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

    /** Whose program it is. Wrong keys are slowed down by where they come from, which never keeps a right one out; calls by the key. */
    private KeyRow key(HttpServletRequest request) {
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
        return key;
    }

    private static ApiProblem slow(Duration wait) {
        return new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "slow-down", List.of(), Map.of("retryAfter", Math.max(1, wait.toSeconds())));
    }

    private static int number(String typed, String field, int most) {
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            throw ApiProblem.wrong(field, "selling.api.number", Map.of("most", most));
        }
        return Integer.parseInt(typed);
    }

    private static Locale reader(HttpServletRequest request) {
        return Languages.of(request.getLocale().toLanguageTag());
    }

    private static ResponseEntity<?> ok(HttpStatus status, Object body) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
    }

    private ResponseEntity<?> answered(HttpServletRequest request, Callable<ResponseEntity<?>> work) {
        try {
            return work.call();
        } catch (ApiProblem problem) {
            return problem(request, problem);
        } catch (Refused refused) {
            return problem(request, ApiProblem.wrong(String.valueOf(refused.field()), refused.key(), refused.arguments()));
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
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
