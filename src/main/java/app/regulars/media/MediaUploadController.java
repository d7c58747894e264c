package app.regulars.media;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes one file as the body of a request; answers its address, or one sentence that says why it was not taken. */
@Controller
class MediaUploadController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final MediaDesk desk;
    private final CurrentUser user;
    private final Texts texts;

    MediaUploadController(MediaDesk desk, CurrentUser user, Texts texts) {
        this.desk = desk;
        this.user = user;
        this.texts = texts;
    }

    @PostMapping("/console/media/upload")
    ResponseEntity<String> upload(@RequestParam(defaultValue = "") String name, HttpServletRequest request) throws IOException {
        // asked before a byte is read
        if (!user.may(Permissions.CATALOG_CHANGE) && !user.may(Permissions.HELP_WRITE)) {
            throw new AccessDeniedException("no upload");
        }
        var language = request.getHeader("Accept-Language");
        var locale = Languages.of(language == null ? "en" : language.split("[,;]")[0]);
        if (request.getContentLengthLong() > MediaDesk.LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, tooLarge(locale));
        }
        var content = request.getInputStream().readNBytes(MediaDesk.LARGEST + 1);
        if (content.length > MediaDesk.LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, tooLarge(locale));
        }
        try {
            return answer(HttpStatus.OK, desk.add(user.requireStaff(), name, content).address());
        } catch (Refused refused) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, texts.get(locale, refused.key(), refused.arguments()));
        }
    }

    private String tooLarge(Locale locale) {
        return texts.get(locale, "media.refused.size", Map.of("most", MediaDesk.LARGEST_MB));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(TEXT).body(text);
    }
}
