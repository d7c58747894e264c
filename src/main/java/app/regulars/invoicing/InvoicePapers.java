package app.regulars.invoicing;

import app.regulars.platform.web.Templates;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints an invoice as PDF/UA: tagged, with title and language, its letters inside. The same invoice is always the same page. */
@Component
class InvoicePapers {

    private record Face(String file, String family, int weight) {
    }

    private static final List<Face> FACES = List.of(new Face("inter-latin-400.ttf", "Inter", 400), new Face("inter-latin-600.ttf", "Inter", 600),
            new Face("inter-latin-ext-400.ttf", "InterMore", 400), new Face("inter-latin-ext-600.ttf", "InterMore", 600), new Face("fraunces-latin-600.ttf", "Fraunces", 600));

    private final Templates templates;

    InvoicePapers(Templates templates) {
        this.templates = templates;
    }

    byte[] pdf(InvoiceFile invoice) {
        var html = templates.render("invoicing/paper.jte", invoice.locale(), Map.of("invoice", invoice));
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder().usePdfUaAccessibility(true).useFastMode().withHtmlContent(html, null).withProducer("Regulars");
            FACES.forEach(face -> builder.useFont(() -> open(face.file()), face.family(), face.weight(), com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL,
                    true));
            builder.toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return InvoicePapers.class.getResourceAsStream("/invoicing/fonts/" + file);
    }
}
