package app.regulars.privacy;

import app.regulars.platform.web.PublicCache;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes the one click of a mail program (RFC 8058: a plain answer, no redirect, no cookie) and the button of the page. Opening the
 * address changes nothing, because programs that look for harm open every link.
 */
@Controller
class UnsubscribeController {

    private final Unsubscribing unsubscribing;
    private final PublicCache cache;

    UnsubscribeController(Unsubscribing unsubscribing, PublicCache cache) {
        this.unsubscribing = unsubscribing;
        this.cache = cache;
    }

    @PostMapping("/unsubscribe/{token}")
    ResponseEntity<String> stop(@PathVariable String token, @RequestParam(name = "what", defaultValue = "") String what) {
        if (!unsubscribing.stop(token, "all".equals(what))) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(MediaType.TEXT_PLAIN).cacheControl(CacheControl.noStore()).body("unknown\n");
        }
        var path = "/unsubscribe/" + token;
        cache.changed(path);
        return what.isEmpty() ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).cacheControl(CacheControl.noStore()).body("stopped\n")
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).cacheControl(CacheControl.noStore()).build();
    }
}
