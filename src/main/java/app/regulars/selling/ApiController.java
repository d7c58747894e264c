package app.regulars.selling;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.security.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs, version 1; what it takes and answers stands in /api/v1/openapi.yaml. It knows keys, and neither sessions nor cookies. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

    private static final int PAGE = 50;
    private static final int MOST = 100;

    private final ApiKeys keys;
    private final ApiOrders orders;
    private final ApiProducts products;
    private final ApiDoor door;

    ApiController(ApiKeys keys, ApiOrders orders, ApiProducts products, ApiDoor door) {
        this.keys = keys;
        this.orders = orders;
        this.products = products;
        this.door = door;
    }

    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    ResponseEntity<byte[]> description() throws IOException {
        try (var in = new ClassPathResource("selling/openapi.yaml").getInputStream()) {
            return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()).body(in.readAllBytes());
        }
    }

    @GetMapping("/products")
    ResponseEntity<?> products(HttpServletRequest request, @RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "50") String limit) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS);
            return ApiDoor.ok(HttpStatus.OK, Map.of("products", products.list(key, number(page, "page", 10_000) - 1, number(limit, "limit", MOST), ApiDoor.reader(request))));
        });
    }

    @GetMapping("/products/{handle}")
    ResponseEntity<?> product(HttpServletRequest request, @PathVariable String handle) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS);
            return ApiDoor.ok(HttpStatus.OK, products.product(key, handle, ApiDoor.reader(request)).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "not-found")));
        });
    }

    @GetMapping("/orders")
    ResponseEntity<?> orders(HttpServletRequest request, @RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "50") String limit) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS);
            var size = number(limit, "limit", MOST);
            return ApiDoor.ok(HttpStatus.OK, Map.of("orders", orders.list(key, (number(page, "page", 10_000) - 1) * size, size).stream().map(ApiPapers::row).toList()));
        });
    }

    @GetMapping("/orders/{number}")
    ResponseEntity<?> order(HttpServletRequest request, @PathVariable String number) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS);
            return ApiDoor.ok(HttpStatus.OK, ApiPapers.order(found(key, number), ApiDoor.reader(request)));
        });
    }

    @PostMapping("/orders")
    ResponseEntity<?> place(HttpServletRequest request) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.ORDERS);
            var word = request.getHeader("Idempotency-Key");
            if (word == null || !word.matches("[\\x21-\\x7e]{8,80}")) {
                throw new ApiProblem(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
            }
            var body = ApiDoor.body(request);
            var before = keys.ask(key.id(), word, Secrets.hash(new String(body, StandardCharsets.ISO_8859_1)));
            if (before.isPresent() && !before.get().bodyHash().equals(Secrets.hash(new String(body, StandardCharsets.ISO_8859_1)))) {
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            }
            if (before.isPresent() && before.get().order() != null) {
                return ResponseEntity.status(HttpStatus.CREATED).header("Idempotency-Replayed", "true").cacheControl(CacheControl.noStore())
                        .body(ApiPapers.order(found(key, before.get().order()), ApiDoor.reader(request)));
            }
            try {
                var placed = orders.place(key, word, ApiDoor.read(body), ApiDoor.reader(request));
                keys.became(key.id(), word, placed.number().value());
                return ResponseEntity.status(HttpStatus.CREATED).header("Location", "/api/v1/orders/" + placed.number().value()).cacheControl(CacheControl.noStore())
                        .body(ApiPapers.order(placed, ApiDoor.reader(request)));
            } catch (ApiProblem | Refused refused) {
                keys.drop(key.id(), word);
                throw refused;
            }
        });
    }

    private OrderFile found(KeyRow key, String number) {
        return orders.find(key, new OrderNumber(number.length() <= 60 ? number : "")).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "not-found"));
    }

    private static int number(String typed, String field, int most) {
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            throw ApiProblem.wrong(field, "selling.api.number", Map.of("most", most));
        }
        return Integer.parseInt(typed);
    }
}
