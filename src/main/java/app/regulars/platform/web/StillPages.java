package app.regulars.platform.web;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Public pages as nothing but HTML: what carries no script cannot act, whoever looks at it. */
@Component
public class StillPages {

    /** What the browser is told beside it: nothing runs, and forms lead nowhere else. */
    public static final String CONTENT = "default-src 'self'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final StartDocument document;

    StillPages(StartDocument document) {
        this.document = document;
    }

    /** The whole page with its header and footer, to be changed further; nothing while the application is still coming up. */
    public Optional<Document> of(PublicPage page, PublicRequest asked, String header, String footer) {
        if (!document.isReady()) {
            return Optional.empty();
        }
        var still = Jsoup.parse(document.with(page, asked, header, footer).toString());
        still.outputSettings().prettyPrint(false);
        still.select("script, noscript, template, iframe, object, embed, link[rel=modulepreload], link[as=script], meta[http-equiv]").remove();
        return Optional.of(still);
    }
}
