package app.regulars.review.ui.customer;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.review.Reviews;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of reviews: of published ones for everybody, of others for who wrote them and for staff who decide. */
@Controller
class ReviewPictureController {

    private static final Duration SHOWN = Duration.ofHours(1);

    private final Reviews reviews;
    private final CurrentUser user;

    ReviewPictureController(Reviews reviews, CurrentUser user) {
        this.reviews = reviews;
        this.user = user;
    }

    @GetMapping("/review-picture/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @RequestParam(defaultValue = "") String size) {
        return reviews.picture(id, "small".equals(size)).filter(picture -> picture.shown() || user.may(Permissions.REVIEWS_MODERATE)
                        || picture.by() != null && user.person().filter(picture.by()::equals).isPresent())
                .map(picture -> ResponseEntity.ok().contentType(MediaType.parseMediaType(picture.contentType()))
                        .cacheControl(picture.shown() ? CacheControl.maxAge(SHOWN).cachePublic() : CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff").body(picture.body()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
