package app.regulars.invoicing;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Invoices and credit notes as files: for their customer, for whoever holds the order's link, for staff. */
@Controller
class InvoiceDownloads {

    private final MyInvoices mine;
    private final InvoiceDesk desk;
    private final CurrentUser user;

    InvoiceDownloads(MyInvoices mine, InvoiceDesk desk, CurrentUser user) {
        this.mine = mine;
        this.desk = desk;
        this.user = user;
    }

    @GetMapping("/my/invoices/{number}.pdf")
    ResponseEntity<byte[]> own(@PathVariable String number) {
        return file(number, () -> mine.pdf(user.requireCustomer(), number));
    }

    @GetMapping("/papers/{token}/{number}.pdf")
    ResponseEntity<byte[]> byLink(@PathVariable String token, @PathVariable String number) {
        return file(number, () -> mine.pdfByLink(token, number));
    }

    @GetMapping("/console/invoices/{number}.pdf")
    ResponseEntity<byte[]> staff(@PathVariable String number) {
        return file(number, () -> desk.pdf(number, user.requireStaff()));
    }

    private static ResponseEntity<byte[]> file(String number, Supplier<byte[]> pdf) {
        if (!number.matches("[A-Z]{2,3}-\\d{4}-\\d{5,12}")) {
            return ResponseEntity.notFound().build();
        }
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + number + ".pdf\"")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store").header("X-Robots-Tag", "noindex").body(pdf.get());
        } catch (NotFound none) {
            return ResponseEntity.notFound().build();
        }
    }
}
