package app.regulars.platform.web;

import app.regulars.platform.shop.Shop;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pictures, fonts and style sheets of the product, from memory, compressed once, with an ETag and without a session. A name that is not there is a
 * plain 404, also without a session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StaticFiles extends OncePerRequestFilter {

    private static final String ROOT = "META-INF/resources";
    private static final Map<String, String> TYPES = Map.of("svg", "image/svg+xml", "css", "text/css;charset=UTF-8", "woff2", "font/woff2",
            "png", "image/png", "webp", "image/webp", "jpg", "image/jpeg", "ico", "image/x-icon");
    private static final String ALL_STYLES = "/styles/all.css";
    private static final int MOST = 2_000;
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");
    private static final Pattern NOT_OURS = Pattern.compile("/(sw\\.js|manifest\\.webmanifest|offline[a-z-]*\\.html|sw-[a-z-]+\\.js|(icons|images)/.*)");
    private static final Pattern FRAMEWORK_FILE = Pattern.compile("/(VAADIN/(?!dynamic/|push)|aura/|lumo/|themes/|frontend/)[A-Za-z0-9/_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final List<String> FRAMEWORK_ROOTS = List.of("META-INF/VAADIN/webapp", ROOT);

    /** @param packed the body with gzip, or null where that saves nothing */
    private record StaticFile(byte[] body, byte[] packed, String type, String etag) {
    }

    private static final String SIGN = "/art/favicon.svg";
    private static final String CHOSEN = "/art/signs/";
    private static final String NEUTRAL_SIGN = "/art/favicon-plain.svg";

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();
    private final Shop shop;

    StaticFiles(Shop shop) {
        this.shop = shop;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var path = request.getRequestURI();
        if (isMissingPartOfTheFramework(path)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!path.startsWith("/art/") && !path.startsWith("/fonts/") && !path.startsWith("/styles/") && !path.equals("/favicon.ico")) {
            chain.doFilter(request, response);
            return;
        }
        var file = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()) ? file(SIGN.equals(path) || path.equals("/favicon.ico") ? ownSign() : path) : null;
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "max-age=300");
            return;
        }
        response.setHeader("ETag", file.etag());
        response.setHeader("Cache-Control", path.startsWith("/styles/") ? styles(request) : "public, max-age=86400, stale-while-revalidate=604800");
        if (file.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        var body = file.body();
        if (file.packed() != null) {
            response.setHeader("Vary", "Accept-Encoding");
            var accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && GZIP.matcher(accepted).find()) {
                response.setHeader("Content-Encoding", "gzip");
                body = file.packed();
            }
        }
        response.setContentLength(body.length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** With the hash of its content in the address a style sheet never changes. */
    private static String styles(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.startsWith("v-c=") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static byte[] packed(byte[] body, String type) throws IOException {
        if (type.startsWith("font/") || type.startsWith("image/") && !type.equals("image/svg+xml")) {
            return null;
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.size() < body.length ? packed.toByteArray() : null;
    }

    /** The shop's sign in the browser's tab. */
    private String ownSign() {
        var sign = shop.get("sign", "");
        return sign.isEmpty() ? NEUTRAL_SIGN : sign.startsWith(CHOSEN) ? sign : SIGN;
    }

    /** What browsers and scanners ask a framework for and ours does not have: it would answer with a page and a session. */
    private static boolean isMissingPartOfTheFramework(String path) {
        return NOT_OURS.matcher(path).matches() || FRAMEWORK_FILE.matcher(path).matches() && FRAMEWORK_ROOTS.stream().noneMatch(
                root -> new ClassPathResource(root + path).exists());
    }

    /** Several style sheets as one. @return its address */
    String styles(String css) throws IOException {
        var file = file(css.getBytes(StandardCharsets.UTF_8), TYPES.get("css"));
        files.put(ALL_STYLES, file);
        return ALL_STYLES + "?v-c=" + file.etag().substring(1, file.etag().indexOf('-'));
    }

    private static StaticFile file(byte[] body, String type) throws IOException {
        var sum = new CRC32();
        sum.update(body);
        return new StaticFile(body, packed(body, type), type, "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"");
    }

    private StaticFile file(String path) throws IOException {
        var known = files.get(path);
        if (known != null) {
            return known;
        }
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")) {
            return null;
        }
        var resource = new ClassPathResource(ROOT + path);
        if (!resource.exists()) {
            return null;
        }
        var file = file(resource.getContentAsByteArray(), type);
        if (files.size() < MOST) {
            files.put(path, file);
        }
        return file;
    }
}
