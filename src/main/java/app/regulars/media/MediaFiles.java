package app.regulars.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves the library by the hash of the content: what an address names never changes, so browsers keep it for a year; no session is opened. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class MediaFiles extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("/media/([0-9a-f]{32})/(320|640|1280|document)\\.(jpg|png|pdf)");
    private static final long MOST_BYTES = 48L * 1024 * 1024;

    private record Stored(String contentType, byte[] body) {
    }

    private final JdbcTemplate jdbc;
    private final Cache<String, Stored> known = Caffeine.newBuilder().maximumWeight(MOST_BYTES).<String, Stored>weigher((address, file) -> file.body().length).build();

    MediaFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var path = request.getRequestURI();
        if (!path.startsWith("/media/")) {
            chain.doFilter(request, response);
            return;
        }
        var reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        var file = reading ? known.get(path, this::read) : null;
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var tag = "\"" + path.substring("/media/".length()) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.contentType());
        response.setContentLength(file.body().length);
        if (path.endsWith(".pdf")) {
            response.setHeader("Content-Disposition", "attachment");
        }
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(file.body());
        }
    }

    private Stored read(String path) {
        var address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return null;
        }
        var width = "document".equals(address.group(2)) ? 0 : Integer.parseInt(address.group(2));
        var type = switch (address.group(3)) {
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            default -> "application/pdf";
        };
        return jdbc.query("select body from media_file where hash = ? and width = ? and content_type = ?", (row, n) -> new Stored(type, row.getBytes(1)),
                address.group(1), width, type).stream().findFirst().orElse(null);
    }
}
