import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * So many people with the desk's queue open, nobody doing anything: how much of a processor the application takes. Speaks with the application as
 * the page does: signs in, opens the queue, keeps the live connection open, says every two minutes that it is there. Then one of them changes an inquiry now and
 * then, and all the others hear of it. Arguments: address, process id, people, seconds.
 */
public final class DeskAtRest {

    private static final int HEARTBEAT = 120;
    private static final int BETWEEN_CHANGES = 6;
    private static final AtomicInteger CLOSED = new AtomicInteger();
    private static final AtomicInteger HEARD = new AtomicInteger();
    private static final AtomicLong BYTES = new AtomicLong();

    private record Desk(HttpClient http, String url, String ui, String csrf, WebSocket live, AtomicInteger sync) {

        void beat() {
            send(http, url + "/?v-r=heartbeat&v-uiId=" + ui, "", "text/plain;charset=utf-8");
        }
    }

    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        var process = Long.parseLong(arguments[1]);
        var people = Integer.parseInt(arguments[2]);
        var seconds = Integer.parseInt(arguments[3]);
        var desks = new ArrayList<Desk>();
        System.out.printf("with nobody there: %.3f cores%n", cores(process, Math.min(20, seconds)));
        for (int i = 0; i < people; i++) {
            desks.add(open(url));
        }
        System.out.printf("%d desks are open%n", desks.size());
        Thread.sleep(15_000);
        try (var beats = Executors.newScheduledThreadPool(2)) {
            var next = new AtomicInteger();
            beats.scheduleAtFixedRate(() -> desks.get(Math.floorMod(next.getAndIncrement(), people)).beat(), 0, HEARTBEAT * 1_000L / people, TimeUnit.MILLISECONDS);
            HEARD.set(0);
            System.out.printf("| %d people, nobody does anything | %.3f cores | %d messages |%n", people, cores(process, seconds), HEARD.get());
            HEARD.set(0);
            BYTES.set(0);
            var asked = new AtomicInteger();
            beats.scheduleAtFixedRate(() -> ask(url, asked.incrementAndGet()), 0, BETWEEN_CHANGES, TimeUnit.SECONDS);
            System.out.printf("| %d people, a question comes every %d s | %.3f cores | %d messages of %d kB |%n", people, BETWEEN_CHANGES, cores(process, seconds), HEARD.get(),
                    BYTES.get() / Math.max(1, HEARD.get()) / 1024);
            System.out.printf("%d questions, %d connections ended%n", asked.get(), CLOSED.get());
            beats.shutdownNow();
        }
        System.exit(0);
    }

    private static Desk open(String url) throws Exception {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var page = get(http, url + "/login");
        var token = Pattern.compile("name=\"_csrf\"[^>]*content=\"([^\"]+)\"|content=\"([^\"]+)\"[^>]*name=\"_csrf\"").matcher(page).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).findFirst().orElseThrow();
        send(http, url + "/login", "username=ellen%40harbourline.example&password=harbourline&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
        get(http, url + "/console/inquiries?queue=all-open");
        return live(http, url, "console%2Finquiries", "/console/inquiries", "queue=all-open");
    }

    /** The page's own beginning: the session's window, its live connection, the page in it. */
    private static Desk live(HttpClient http, String url, String location, String route, String query) throws Exception {
        var init = get(http, url + "/?v-r=init&location=" + location + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&v-sh=720&v-sw=1280&v-wh=720&v-ww=1280&v-bh=720&v-bw=1280&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1&v-wn=v-0.1");
        var ui = found(init, "\"v-uiId\":(\\d+)");
        var csrf = found(init, "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        var push = found(init, "\"Vaadin-Push-ID\":\"([^\"]+)\"");
        var cookies = http.cookieHandler().orElseThrow().get(URI.create(url), java.util.Map.of()).getOrDefault("Cookie", List.of());
        var builder = http.newWebSocketBuilder();
        cookies.forEach(each -> builder.header("Cookie", each));
        var socket = builder.buildAsync(URI.create(url.replaceFirst("^http", "ws") + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + push
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                + "&Content-Type=application/json;%20charset=UTF-8&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0"), new Listening()).get(30, TimeUnit.SECONDS);
        var answer = send(http, url + "/?v-r=uidl&v-uiId=" + ui, "{\"csrfToken\":\"" + csrf + "\",\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                + "\",\"query\":\"" + query + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}],\"syncId\":0,\"clientId\":0}", "application/json; charset=UTF-8");
        if (!answer.contains("regulars-fragment")) {
            throw new IllegalStateException("the page did not come: " + answer.substring(0, Math.min(400, answer.length())));
        }
        return new Desk(http, url, ui, csrf, socket, new AtomicInteger(1));
    }

    /** Somebody asks at the shop, by the form of the page. */
    private static void ask(String url, int n) {
        try {
            var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            get(http, url + "/ask");
            var page = live(http, url, "ask", "/ask", "");
            var values = "{\\\"action\\\":\\\"ask\\\",\\\"text\\\":\\\"Is the kettle " + n + " of the morning made of steel inside?\\\",\\\"name\\\":\\\"Kim Asks\\\",\\\"email\\\":\\\"kim" + n + "-" + System.nanoTime()
                    + "@load.example\\\",\\\"type\\\":\\\"question\\\",\\\"website\\\":\\\"\\\"}";
            var answer = send(http, url + "/?v-r=uidl&v-uiId=" + page.ui(), "{\"csrfToken\":\"" + page.csrf() + "\",\"rpc\":[{\"type\":\"event\",\"node\":" + NODE.get()
                    + ",\"event\":\"fragment-action\",\"data\":{\"event.detail.action\":\"ask\",\"event.detail.values\":\"" + values + "\"}}],\"syncId\":1,\"clientId\":1}", "application/json; charset=UTF-8");
            if (!answer.contains("INQ-")) {
                System.out.println("not asked: " + answer.substring(0, Math.min(300, answer.length())));
            }
            page.live().abort();
        } catch (Exception failed) {
            System.out.println("not asked: " + failed);
        }
    }

    /** The number of the element that holds the page's form, as the page was told. */
    private static final ThreadLocal<String> NODE = ThreadLocal.withInitial(() -> "0");

    private static String get(HttpClient http, String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html").build(), BodyHandlers.ofString()).body();
    }

    private static String send(HttpClient http, String url, String body, String type) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(url + " answered " + answer.statusCode());
            }
            var fragment = Pattern.compile("\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"fragment-action\"").matcher(answer.body());
            // the first is the page's frame, the second the page
            NODE.set(fragment.find() && fragment.find() ? fragment.group(1) : "0");
            return answer.body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow(() -> new IllegalStateException("no " + pattern)).group(1);
    }

    /** How much of one processor the process took meanwhile. */
    private static double cores(long process, int seconds) throws Exception {
        var before = ticks(process);
        var begin = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        return (ticks(process) - before) / 100.0 / ((System.nanoTime() - begin) / 1e9);
    }

    private static long ticks(long process) throws Exception {
        var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static final class Listening implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            HEARD.addAndGet(last ? 1 : 0);
            BYTES.addAndGet(text.length());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            CLOSED.incrementAndGet();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            CLOSED.incrementAndGet();
        }
    }
}
