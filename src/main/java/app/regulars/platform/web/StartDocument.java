package app.regulars.platform.web;

import app.regulars.platform.ui.Fragment;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vaadin's start document, taken once from the running application without what belongs to one visitor (the CSRF tokens),
 * and completed with a public page's head and content.
 */
@Component
class StartDocument {

    private static final Logger log = LoggerFactory.getLogger(StartDocument.class);
    private static final String OWN_REQUEST = "X-Regulars-Start-Document";
    private static final Pattern OF_ONE_VISITOR = Pattern.compile("<meta[^>]*name=\"_csrf[^>]*>|<title>.*?</title>|<base [^>]*>", Pattern.DOTALL);
    private static final Pattern COMMENTS = Pattern.compile("<!--.*?-->|<meta charset=[^>]*>", Pattern.DOTALL);
    /** Vaadin's push listens to "unload", which browsers are about to remove; they close its connection by themselves. */
    private static final String WITHOUT_UNLOAD = "<script>(function(listen){window.addEventListener=function(name){if(name!=='unload')return listen.apply(this,arguments)}})"
            + "(window.addEventListener)</script>";
    private static final Pattern OUTLET = Pattern.compile("<div id=\"outlet\">\\s*</div>");
    private static final Pattern STYLES = Pattern.compile("<link href=\"\\./((?:styles|aura)/[a-z-]+\\.css)\\?v-c=[0-9a-f]+\"[^>]*rel=\"stylesheet\"[^>]*>\\s*");
    private static final String CLOSING = "</div>";
    private static final Pattern HTML_TAG = Pattern.compile("<html[^>]*>");

    private final JsonMapper json;
    private final StaticFiles files;
    private final String secret = UUID.randomUUID().toString();
    private final PublicAddress address;
    private volatile int port;
    private volatile String[] parts;
    private volatile byte[] end;

    StartDocument(JsonMapper json, PublicAddress address, StaticFiles files) {
        this.json = json;
        this.files = files;
        this.address = address;
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    boolean isOwnRequest(HttpServletRequest request) {
        return secret.equals(request.getHeader(OWN_REQUEST));
    }

    boolean isReady() {
        if (parts == null && port != 0) {
            synchronized (this) {
                if (parts == null) {
                    take();
                }
            }
        }
        return parts != null;
    }

    private void take() {
        try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).header(OWN_REQUEST, secret)
                    .header("Accept", "text/html").timeout(Duration.ofSeconds(30)).build();
            var html = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            html = OF_ONE_VISITOR.matcher(html).replaceAll("");
            html = COMMENTS.matcher(html).replaceAll("");
            // Vaadin's own mark of the scripts it has put there, which nobody reads and HTML does not know
            html = html.replace("<script initial=\"\">", "<script>");
            html = inOneStyleSheet(html);
            html = HTML_TAG.matcher(html).replaceFirst("<html>");
            var outlet = OUTLET.matcher(html);
            var head = html.indexOf("<head>");
            if (head < 0 || !outlet.find()) {
                log.error("the start document has no head or no outlet; public pages are left to the live view");
                return;
            }
            end = (CLOSING + "</div>" + html.substring(outlet.start())).getBytes(StandardCharsets.UTF_8);
            parts = new String[] {html.substring(0, head + 6), html.substring(head + 6, outlet.start())};
        } catch (IOException e) {
            log.error("no start document: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every style sheet keeps the first paint waiting for a way to the server and back: here they are one, in their order. */
    private String inOneStyleSheet(String html) throws IOException {
        var found = STYLES.matcher(html);
        var all = new StringBuilder();
        while (found.find()) {
            var css = new ClassPathResource("META-INF/resources/" + found.group(1)).getContentAsString(StandardCharsets.UTF_8);
            all.append(found.group(1).startsWith("aura/") ? css.replace("url(fonts/", "url(/aura/fonts/") : css).append('\n');
        }
        if (all.isEmpty()) {
            return html;
        }
        var one = "<link rel=\"stylesheet\" href=\"" + files.styles(all.toString()) + "\">";
        return STYLES.matcher(STYLES.matcher(html).replaceFirst(Matcher.quoteReplacement(one))).replaceAll("");
    }

    /** @param mark what its parts say, as a hash: the same as long as they say the same */
    record Painted(byte[] html, String mark) {

        @Override
        public String toString() {
            return new String(html, StandardCharsets.UTF_8);
        }
    }

    /** Each part becomes bytes once, and no text is put together twice: what a page leaves behind is most of what it costs when many are asked for. */
    Painted with(PublicPage page, PublicRequest asked, String header, String footer) {
        var top = new Part("header", header);
        var main = new Part("main", page.html());
        var bottom = new Part("footer", footer);
        var start = (head(page, asked) + top.opening()).getBytes(StandardCharsets.UTF_8);
        var towardsMain = (CLOSING + "<main id=\"main\" tabindex=\"-1\">" + main.opening()).getBytes(StandardCharsets.UTF_8);
        var towardsFooter = (CLOSING + "</main>" + bottom.opening()).getBytes(StandardCharsets.UTF_8);
        var html = joined(start, top.html(), towardsMain, main.html(), towardsFooter, bottom.html(), end);
        return new Painted(html, main.hash() + top.hash() + bottom.hash() + Fragment.hash(page.title()));
    }

    private static byte[] joined(byte[]... parts) {
        int size = 0;
        for (var part : parts) {
            size += part.length;
        }
        var all = new byte[size];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** A fragment as the browser finds it again. */
    private record Part(String key, byte[] html, String hash) {

        private Part(String key, byte[] html) {
            this(key, html, Fragment.hash(html));
        }

        private Part(String key, String html) {
            this(key, html.getBytes(StandardCharsets.UTF_8));
        }

        private String opening() {
            return "<div data-fragment=\"" + key + "\" data-hash=\"" + hash + "\" style=\"display:contents\">";
        }
    }

    private String head(PublicPage page, PublicRequest asked) {
        var lang = asked.locale().toLanguageTag();
        var out = new StringBuilder(parts[0].length() + parts[1].length() + 4_000);
        out.append(parts[0].replace("<html>", "<html class=\"first-paint\" lang=\"" + lang + "\">"));
        out.append("<meta charset=\"utf-8\"><base href=\"/\"><title>").append(text(page.title())).append("</title>");
        meta(out, "name", "description", page.description());
        if (page.indexable() && page.status() == 200) {
            var canonical = address.of(page.canonicalPath());
            var joiner = canonical.indexOf('?') < 0 ? "?" : "&";
            out.append("<link rel=\"canonical\" href=\"").append(text(canonical)).append("\">");
            for (var language : new String[] {"en", "fr"}) {
                out.append("<link rel=\"alternate\" hreflang=\"").append(language).append("-CA\" href=\"")
                        .append(text(canonical + joiner + "lang=" + language)).append("\">");
            }
            meta(out, "property", "og:url", canonical);
        } else {
            meta(out, "name", "robots", "noindex");
        }
        meta(out, "property", "og:title", page.title());
        meta(out, "property", "og:description", page.description());
        meta(out, "property", "og:type", "website");
        meta(out, "property", "og:locale", lang.replace('-', '_'));
        if (page.image() != null) {
            meta(out, "property", "og:image", address.of(page.image()));
        }
        for (var object : page.jsonLd()) {
            out.append("<script type=\"application/ld+json\">").append(json.writeValueAsString(object).replace("<", "\\u003c")).append("</script>");
        }
        return out.append(WITHOUT_UNLOAD).append(parts[1]).append("<div id=\"static-page\" class=\"shop\">").toString();
    }

    private static void meta(StringBuilder out, String kind, String name, String content) {
        if (content != null && !content.isBlank()) {
            out.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"").append(text(content)).append("\">");
        }
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
