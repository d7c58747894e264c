package app.regulars.calling;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads whoever may hear a recording to where the telephone system keeps it; the address stands on no page. */
@Controller
class CallRecordingController {

    private final CallDesk desk;
    private final CurrentUser user;

    CallRecordingController(CallDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @GetMapping("/console/call-recording/{number}")
    ResponseEntity<Void> hear(@PathVariable String number) {
        if (!user.may(Permissions.CALLS_HEAR)) {
            throw new AccessDeniedException("no recordings");
        }
        try {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(desk.recording(number, user.requireStaff()))).header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer").build();
        } catch (NotFound none) {
            return ResponseEntity.notFound().build();
        }
    }
}
