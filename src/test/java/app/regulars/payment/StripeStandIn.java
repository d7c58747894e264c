package app.regulars.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's HTTP API as far as the shop uses it, on this machine: keeps what is asked under its idempotency key, can charge and then say
 * nothing, can be down, and signs what it calls out as Stripe does.
 */
final class StripeStandIn implements AutoCloseable {

    static final String SECRET = "whsec_of_a_test";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    final Map<String, Map<String, Object>> sessions = new ConcurrentHashMap<>();
    final Map<String, Map<String, Object>> intents = new ConcurrentHashMap<>();
    final Map<String, List<Map<String, Object>>> refunds = new ConcurrentHashMap<>();
    final Map<String, String> answered = new ConcurrentHashMap<>();
    final List<String> asked = new ArrayList<>();
    volatile boolean down;
    volatile boolean dumb;
    /** Whether banks let us take what they keep in steps. */
    volatile boolean inSteps = true;
    /** How far refunds come: "succeeded", "pending" or "refused". */
    volatile String refunding = "succeeded";
    private int count;

    StripeStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void reset() {
        down = false;
        dumb = false;
        inSteps = true;
        refunding = "succeeded";
        synchronized (asked) {
            asked.clear();
        }
    }

    long times(String what) {
        synchronized (asked) {
            return asked.stream().filter(each -> each.startsWith(what)).count();
        }
    }

    /** The person gives a good card on Stripe's page. @return the name of the payment */
    synchronized String pays(String session) {
        var intent = intent(session);
        var manual = "manual".equals(intent.get("capture_method"));
        var now = Instant.now().getEpochSecond();
        intent.put("status", manual ? "requires_capture" : "succeeded");
        intent.put("amount_capturable", manual ? intent.get("amount") : 0L);
        intent.put("amount_received", manual ? 0L : intent.get("amount"));
        intent.put("last_payment_error", null);
        intent.put("latest_charge", new LinkedHashMap<>(Map.of("id", "ch_" + next(), "object", "charge", "status", "succeeded", "created", now, "payment_method_details",
                Map.of("type", "card", "card", Map.of("capture_before", now + 7 * 86_400, "multicapture", Map.of("status", inSteps ? "available" : "unavailable"))))));
        sessions.get(session).put("status", "complete");
        return (String) intent.get("id");
    }

    synchronized String declines(String session, String code) {
        var intent = intent(session);
        intent.put("status", "requires_payment_method");
        intent.put("last_payment_error", Map.of("code", "card_declined", "decline_code", code, "charge", "ch_" + next()));
        return (String) intent.get("id");
    }

    /** Somebody takes all of it in Stripe's own console. */
    synchronized void captureAll(String intent) {
        captured(intents.get(intent), Map.of());
    }

    /** The bank keeps it no longer. */
    synchronized void lapses(String intent) {
        intents.get(intent).put("status", "canceled");
        intents.get(intent).put("amount_capturable", 0L);
    }

    private Map<String, Object> intent(String session) {
        var page = sessions.get(session);
        return intents.computeIfAbsent((String) page.computeIfAbsent("payment_intent", key -> "pi_" + next()), id -> new ConcurrentHashMapWithNulls(Map.of("id", id, "object",
                "payment_intent", "amount", page.get("amount_total"), "amount_received", 0L, "amount_capturable", 0L, "currency", page.get("currency"), "created", page.get("created"),
                "capture_method", page.get("capture_method"), "status", "requires_payment_method", "metadata", page.get("metadata"))));
    }

    private static final class ConcurrentHashMapWithNulls extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        ConcurrentHashMapWithNulls(Map<String, Object> from) {
            super(from);
        }
    }

    /** What Stripe would call out about it, and its signature. */
    String event(String type, String object) {
        return JSON.writeValueAsString(Map.of("id", "evt_" + next(), "object", "event", "type", type, "api_version", "2020-01-01", "data", Map.of("object",
                object.startsWith("cs_") ? sessions.get(object) : intents.get(object))));
    }

    static String signature(String body, String secret, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var sum = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var query = form(exchange.getRequestURI().getQuery() == null ? "" : exchange.getRequestURI().getQuery());
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            synchronized (asked) {
                asked.add(exchange.getRequestMethod() + " " + path);
            }
            if (down) {
                return;
            }
            String body;
            int status;
            synchronized (this) {
                body = key == null ? null : answered.get(key);
                status = 200;
                if (body == null) {
                    try {
                        body = JSON.writeValueAsString(done(exchange.getRequestMethod(), path, form, query));
                        if (key != null) {
                            answered.put(key, body);
                        }
                    } catch (IllegalStateException no) {
                        status = 400;
                        body = JSON.writeValueAsString(Map.of("error", Map.of("type", "invalid_request_error", "code", no.getMessage(), "message", no.getMessage())));
                    }
                }
            }
            if (dumb) {
                // done, and the answer never comes
                return;
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Object done(String method, String path, Map<String, String> form, Map<String, String> query) {
        var part = path.split("/");
        var name = part.length > 3 ? part[3] : "";
        if (path.equals("/v1/checkout/sessions")) {
            return opened(form);
        }
        if (path.startsWith("/v1/checkout/sessions/")) {
            var session = sessions.get(part[4]);
            if (part.length > 5) {
                session.put("status", "expired");
            }
            return session;
        }
        if (path.startsWith("/v1/payment_intents/")) {
            var intent = intents.get(name);
            if (intent == null) {
                throw new IllegalStateException("resource_missing");
            }
            return part.length < 5 ? intent : part[4].equals("capture") ? captured(intent, form) : canceled(intent);
        }
        if (path.equals("/v1/refunds")) {
            return method.equals("GET") ? Map.of("object", "list", "has_more", false, "data", refunds.getOrDefault(query.get("payment_intent"), List.of())) : refunded(form);
        }
        throw new IllegalStateException("unknown");
    }

    private Object opened(Map<String, String> form) {
        var id = "cs_test_" + next();
        var session = new LinkedHashMap<String, Object>(Map.of("id", id, "object", "checkout.session", "status", "open", "url", "https://checkout.stripe.example/" + id,
                "amount_total", Long.parseLong(form.get("line_items[0][price_data][unit_amount]")), "currency", form.get("line_items[0][price_data][currency]"),
                "created", Instant.now().getEpochSecond(), "metadata", Map.of("attempt", form.get("payment_intent_data[metadata][attempt]")),
                "capture_method", form.getOrDefault("payment_intent_data[capture_method]", "automatic")));
        session.put("locale", form.get("locale"));
        sessions.put(id, session);
        return session;
    }

    private Object captured(Map<String, Object> intent, Map<String, String> form) {
        if (!"requires_capture".equals(intent.get("status"))) {
            throw new IllegalStateException("payment_intent_unexpected_state");
        }
        var capturable = ((Number) intent.get("amount_capturable")).longValue();
        var amount = form.containsKey("amount_to_capture") ? Long.parseLong(form.get("amount_to_capture")) : capturable;
        if (amount > capturable) {
            throw new IllegalStateException("amount_too_large");
        }
        var ends = !inSteps || !"false".equals(form.get("final_capture")) || amount == capturable;
        intent.put("amount_received", ((Number) intent.get("amount_received")).longValue() + amount);
        intent.put("amount_capturable", ends ? 0L : capturable - amount);
        intent.put("status", ends ? "succeeded" : "requires_capture");
        return intent;
    }

    private static Object canceled(Map<String, Object> intent) {
        if ("succeeded".equals(intent.get("status"))) {
            throw new IllegalStateException("payment_intent_unexpected_state");
        }
        intent.put("status", ((Number) intent.get("amount_received")).longValue() > 0 ? "succeeded" : "canceled");
        intent.put("amount_capturable", 0L);
        return intent;
    }

    private Object refunded(Map<String, String> form) {
        var intent = form.get("payment_intent");
        var amount = Long.parseLong(form.get("amount"));
        var all = refunds.computeIfAbsent(intent, key -> new ArrayList<>());
        if ("refused".equals(refunding)) {
            throw new IllegalStateException("expired_or_canceled_card");
        }
        if (all.stream().mapToLong(each -> (Long) each.get("amount")).sum() + amount > ((Number) intents.get(intent).get("amount_received")).longValue()) {
            throw new IllegalStateException("charge_already_refunded");
        }
        var refund = new LinkedHashMap<String, Object>(Map.of("id", "re_" + next(), "object", "refund", "amount", amount, "currency", intents.get(intent).get("currency"), "status",
                refunding, "created", Instant.now().getEpochSecond(), "metadata", Map.of("attempt", form.get("metadata[attempt]")), "payment_intent", intent));
        all.add(refund);
        return refund;
    }

    long given(String intent) {
        return refunds.getOrDefault(intent, List.of()).stream().mapToLong(each -> (Long) each.get("amount")).sum();
    }

    private synchronized String next() {
        return "%08d%s".formatted(++count, Long.toString(System.nanoTime(), 36));
    }

    private static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
