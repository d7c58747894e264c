package app.regulars.assortment.ui.staff;

import app.regulars.assortment.GoodsFileDesk;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** All goods as a file: out by one address, in by another. What comes in is only kept; the page shows what it would do. */
@Controller
class GoodsFileController {

    private static final int LARGEST_MB = 20;
    private static final int LARGEST = LARGEST_MB * 1024 * 1024;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final GoodsFileDesk desk;
    private final GoodsUploads uploads;
    private final CurrentUser user;
    private final Texts texts;

    GoodsFileController(GoodsFileDesk desk, GoodsUploads uploads, CurrentUser user, Texts texts) {
        this.desk = desk;
        this.uploads = uploads;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/console/catalog/goods.csv")
    void file(HttpServletResponse response) throws IOException {
        // asked before a byte is written, so that a refusal is a page of its own
        if (!user.may(Permissions.CATALOG_SEE)) {
            throw new AccessDeniedException("no export");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"goods.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // spreadsheets take a file without this mark for one in the machine's own letters
            out.write('\uFEFF');
            desk.write(out);
        }
    }

    @GetMapping("/console/catalog/goods.xlsx")
    void book(HttpServletResponse response) throws IOException {
        if (!user.may(Permissions.CATALOG_SEE)) {
            throw new AccessDeniedException("no export");
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"goods.xlsx\"");
        response.setHeader("Cache-Control", "no-store");
        desk.writeBook(response.getOutputStream());
    }

    @PostMapping("/console/catalog/file/upload")
    ResponseEntity<String> upload(HttpServletRequest request) throws IOException {
        if (!user.may(Permissions.CATALOG_CHANGE)) {
            throw new AccessDeniedException("no upload");
        }
        var content = request.getContentLengthLong() > LARGEST ? null : request.getInputStream().readNBytes(LARGEST + 1);
        if (content == null || content.length > LARGEST) {
            var language = request.getHeader("Accept-Language");
            return answer(HttpStatus.CONTENT_TOO_LARGE, texts.get(Languages.of(language == null ? "en" : language.split("[,;]")[0]), "media.refused.size", Map.of("most", LARGEST_MB)));
        }
        return answer(HttpStatus.OK, uploads.keep(user.requireStaff(), content).toString());
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(TEXT).body(text);
    }
}
