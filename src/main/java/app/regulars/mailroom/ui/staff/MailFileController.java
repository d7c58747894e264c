package app.regulars.mailroom.ui.staff;

import app.regulars.mailroom.MailDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Mails as they came, and their files, for staff. Only pictures that were made anew are ever shown by the browser itself. */
@Controller
class MailFileController {

    private final MailDesk desk;
    private final CurrentUser user;

    MailFileController(MailDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @GetMapping("/console/mail/{id}/raw")
    void raw(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        // asked before a byte is written
        if (!user.may(Permissions.INQUIRIES_ANSWER)) {
            throw new AccessDeniedException("no mail");
        }
        try {
            if (!desk.find(id).hasRaw()) {
                throw new NotFound();
            }
            head(response, "application/octet-stream", ContentDisposition.attachment().filename("mail-" + id + ".eml").build());
            desk.raw(id, response.getOutputStream(), user.requireStaff());
        } catch (NotFound none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @GetMapping("/console/mail/{id}/file/{position}")
    void file(@PathVariable UUID id, @PathVariable int position, HttpServletResponse response) throws IOException {
        if (!user.may(Permissions.INQUIRIES_SEE)) {
            throw new AccessDeniedException("no mail");
        }
        try {
            var file = desk.file(id, position);
            try {
                var picture = file.contentType().startsWith("image/");
                head(response, file.contentType(), (picture ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(file.name(), StandardCharsets.UTF_8).build());
                response.setContentLengthLong(Files.size(file.file()));
                Files.copy(file.file(), response.getOutputStream());
            } finally {
                Files.deleteIfExists(file.file());
            }
        } catch (NotFound none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void head(HttpServletResponse response, String type, ContentDisposition disposition) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", disposition.toString());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
