package app.regulars.shipping;

import com.easypost.EasyPost;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** EasyPost’s interface as far as we use it, on this machine: shipments, rates, one label a shipment; can be down, slow to answer, or refuse. */
public final class StandInEasyPost {

    private static final JsonMapper JSON = new JsonMapper();
    private static StandInEasyPost only;

    /** Answers nobody. */
    public volatile boolean down;
    /** Sells the label, but its answer is lost. */
    public volatile boolean dumb;
    /** Takes no address. */
    public volatile boolean refuses;
    public final AtomicInteger sold = new AtomicInteger();
    public final AtomicInteger takenBack = new AtomicInteger();
    /** Takes no label back. */
    public volatile boolean keeps;
    private final Map<String, Map<String, Object>> shipments = new LinkedHashMap<>();
    private final String url;

    private StandInEasyPost() throws IOException, GeneralSecurityException, InterruptedException {
        var tls = tls();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/v2/shipments", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        url = "https://localhost:" + server.getAddress().getPort();
        EasyPost._vcrUrlFunction = address -> {
            try {
                var connection = (HttpsURLConnection) URI.create(address).toURL().openConnection();
                connection.setSSLSocketFactory(tls.getSocketFactory());
                return connection;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** One for all tests of a process. */
    public static synchronized StandInEasyPost get() {
        try {
            only = only == null ? new StandInEasyPost() : only;
            return only;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                send(exchange, 503, Map.of("error", Map.of("code", "DOWN", "message", "down")));
                return;
            }
            if (!"Bearer EZTK-stand-in".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("error", Map.of("code", "APIKEY.INACTIVE", "message", "who?")));
                return;
            }
            var path = exchange.getRequestURI().getPath().substring("/v2/shipments".length());
            if (path.isEmpty()) {
                create(exchange, read(exchange.getRequestBody()).path("shipment"));
            } else if (path.endsWith("/refund")) {
                refund(exchange, path.substring(1, path.length() - 7));
            } else if (path.endsWith("/buy")) {
                buy(exchange, path.substring(1, path.length() - 4), read(exchange.getRequestBody()));
            } else {
                send(exchange, 200, shipments.get(path.substring(1)));
            }
        }
    }

    private synchronized void create(HttpExchange exchange, JsonNode wanted) throws IOException {
        if (refuses || wanted.path("to_address").path("street1").asString("").isEmpty() || wanted.path("parcel").path("weight").asDouble(0) <= 0) {
            send(exchange, 422, Map.of("error", Map.of("code", "ADDRESS.VERIFY.FAILURE", "message", "no such street")));
            return;
        }
        var id = "shp_" + shipments.size();
        var shipment = new LinkedHashMap<String, Object>();
        shipment.put("id", id);
        shipment.put("object", "Shipment");
        shipment.put("reference", wanted.path("reference").asString(""));
        shipment.put("rates", java.util.List.of(rate("rate_1", "CanadaPost", "Priority", "24.10"), rate("rate_2", "CanadaPost", "RegularParcel", "11.35"), rate("rate_3", "UPS", "Ground", "9.99")));
        shipments.put(id, shipment);
        send(exchange, 201, shipment);
    }

    private synchronized void buy(HttpExchange exchange, String id, JsonNode said) throws IOException {
        var shipment = shipments.get(id);
        if (shipment.containsKey("postage_label")) {
            send(exchange, 422, Map.of("error", Map.of("code", "SHIPMENT.POSTAGE.EXISTS", "message", "bought")));
            return;
        }
        sold.incrementAndGet();
        shipment.put("tracking_code", "EZ" + id.substring(4) + "CA");
        shipment.put("selected_rate", said.path("rate").path("id").asString("").equals("rate_2") ? rate("rate_2", "CanadaPost", "RegularParcel", "11.35") : rate("rate_3", "UPS", "Ground", "9.99"));
        shipment.put("postage_label", Map.of("id", "pl_" + id, "object", "PostageLabel", "label_url", "https://labels.example/" + id + ".png"));
        if (dumb) {
            send(exchange, 504, Map.of("error", Map.of("code", "TIMEOUT", "message", "too late")));
        } else {
            send(exchange, 200, shipment);
        }
    }

    private synchronized void refund(HttpExchange exchange, String id) throws IOException {
        var shipment = shipments.get(id);
        if (!shipment.containsKey("postage_label") || shipment.containsKey("refund_status")) {
            send(exchange, 422, Map.of("error", Map.of("code", "SHIPMENT.REFUND.UNAVAILABLE", "message", "nothing to refund")));
            return;
        }
        takenBack.addAndGet(keeps ? 0 : 1);
        shipment.put("refund_status", keeps ? "rejected" : "submitted");
        if (dumb) {
            send(exchange, 504, Map.of("error", Map.of("code", "TIMEOUT", "message", "too late")));
        } else {
            send(exchange, 200, shipment);
        }
    }

    private static Map<String, Object> rate(String id, String carrier, String service, String price) {
        return Map.of("id", id, "object", "Rate", "carrier", carrier, "service", service, "rate", price, "currency", "CAD");
    }

    private static JsonNode read(InputStream body) throws IOException {
        return JSON.readTree(body.readAllBytes());
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        var bytes = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A key of its own for every run, made by the tool that comes with Java. */
    private static SSLContext tls() throws IOException, GeneralSecurityException, InterruptedException {
        var file = Path.of("target", "stand-in-" + ProcessHandle.current().pid() + ".p12");
        Files.deleteIfExists(file);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-alias", "stand-in", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2",
                "-storetype", "PKCS12", "-storepass", "stand-in", "-keystore", file.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "stand-in".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "stand-in".toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        Files.deleteIfExists(file);
        return context;
    }
}
