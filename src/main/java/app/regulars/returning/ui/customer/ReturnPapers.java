package app.regulars.returning.ui.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import app.regulars.returning.ReturnFile;
import app.regulars.returning.ReturnNumber;
import app.regulars.returning.ReturnPictureFiles;
import app.regulars.returning.TrackedReturns;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.oned.Code128Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pictures that came with a return, and the slip to print. Given to its customer, to whoever holds the order's link, and pictures to staff
 * who may see returns; everybody else hears that there is none.
 */
@Controller
class ReturnPapers {

    private final ReturnPictureFiles papers;
    private final MyReturns mine;
    private final TrackedReturns tracked;
    private final CurrentUser user;
    private final Templates templates;

    ReturnPapers(ReturnPictureFiles papers, MyReturns mine, TrackedReturns tracked, CurrentUser user, Templates templates) {
        this.papers = papers;
        this.mine = mine;
        this.tracked = tracked;
        this.user = user;
        this.templates = templates;
    }

    @GetMapping("/return-picture/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @RequestParam(defaultValue = "") String t, @RequestParam(defaultValue = "") String size) {
        return papers.picture(id, "small".equals(size)).filter(picture -> user.may(Permissions.RETURNS_SEE) || file(picture.number(), t).isPresent())
                .map(picture -> ResponseEntity.ok().contentType(MediaType.parseMediaType(picture.contentType())).cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff").body(picture.body()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/return-slip/{number}")
    ResponseEntity<String> slip(@PathVariable String number, @RequestParam(defaultValue = "") String t, Locale browser) {
        return file(new ReturnNumber(number), t).filter(file -> file.returnAddress() != null).map(file -> {
            var bars = Bars.of(file.number().value());
            return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8")).body(templates.render("returning/slip.jte",
                    Languages.of(browser.toLanguageTag()), Map.of("file", file, "bars", bars.path(), "wide", bars.width())));
        })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ReturnFile> file(ReturnNumber number, String token) {
        try {
            return Optional.of(token.isEmpty() ? mine.find(user.customer().orElseThrow(NotFound::new), number) : tracked.find(token, number));
        } catch (NotFound notThere) {
            return Optional.empty();
        }
    }

    /** The bars of Code 128, as the path of an SVG. */
    private record Bars(int width, String path) {

        private static final int HEIGHT = 40;

        static Bars of(String text) {
            var code = new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1);
            var path = new StringBuilder();
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, 0)) {
                    path.append("M").append(x).append(" 0h1v").append(HEIGHT).append("h-1z");
                }
            }
            return new Bars(code.getWidth(), path.toString());
        }
    }
}
