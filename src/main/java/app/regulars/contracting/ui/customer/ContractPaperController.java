package app.regulars.contracting.ui.customer;

import app.regulars.contracting.PapersOfContracts;
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

/** Files of contracts, to keep: for staff who may see contracts, and for the customer it was made with; everybody else hears that there is none. */
@Controller
class ContractPaperController {

    private final PapersOfContracts papers;
    private final CurrentUser user;

    ContractPaperController(PapersOfContracts papers, CurrentUser user) {
        this.papers = papers;
        this.user = user;
    }

    @GetMapping("/contract-file/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        try {
            var paper = user.may(Permissions.CONTRACTS_SEE) ? papers.forStaff(id) : papers.of(user.customer().orElseThrow(NotFound::new), id);
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(paper.contentType())).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(paper.name(), StandardCharsets.UTF_8).build().toString()).body(paper.body());
        } catch (NotFound notThere) {
            return ResponseEntity.notFound().build();
        }
    }
}
