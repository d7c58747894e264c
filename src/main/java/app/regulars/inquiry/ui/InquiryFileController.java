package app.regulars.inquiry.ui;

import app.regulars.inquiry.InquiryFiles;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of inquiries, to keep: for staff who see inquiries, and for the customer whose it is; everybody else hears that there is none. */
@Controller
class InquiryFileController {

    private final InquiryFiles files;
    private final CurrentUser user;

    InquiryFileController(InquiryFiles files, CurrentUser user) {
        this.files = files;
        this.user = user;
    }

    @GetMapping("/inquiry-file/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        try {
            var file = user.may(Permissions.INQUIRIES_SEE) ? files.forStaff(id) : files.of(user.customer().orElseThrow(NotFound::new), id);
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.contentType())).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString()).body(file.body());
        } catch (NotFound notThere) {
            return ResponseEntity.notFound().build();
        }
    }
}
