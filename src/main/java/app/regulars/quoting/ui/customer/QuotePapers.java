package app.regulars.quoting.ui.customer;

import app.regulars.platform.web.Templates;
import app.regulars.quoting.MailedQuotes;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A quote to print, for whoever holds its link, in the language it was written in; everybody else hears that there is none. */
@Controller
class QuotePapers {

    private final MailedQuotes quotes;
    private final Templates templates;

    QuotePapers(MailedQuotes quotes, Templates templates) {
        this.quotes = quotes;
        this.templates = templates;
    }

    @GetMapping("/papers/quote/{token}")
    ResponseEntity<String> paper(@PathVariable String token) {
        return quotes.find(token).map(file -> ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8")).cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex").body(templates.render("quoting/paper.jte", file.locale(), Map.of("file", file))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
