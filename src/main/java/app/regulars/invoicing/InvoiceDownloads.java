package app.regulars.invoicing;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Invoices and credit notes as files: for their customer, for whoever holds the link of its mail, for staff. */
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

    @GetMapping("/console/invoices/list.csv")
    void list(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String from,
              @RequestParam(defaultValue = "") String to, HttpServletResponse response) throws IOException {
        // asked before a byte is written, so that a refusal is a page of its own
        if (!user.may(Permissions.DATA_EXPORT) || !user.may(Permissions.PAYMENTS_SEE)) {
            throw new AccessDeniedException("no export");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invoices.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // spreadsheets take a file without this mark for one in the machine's own letters
            out.write('\uFEFF');
            desk.write(new InvoiceFilter(kind, q, day(from), day(to)), out, user.requireStaff());
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
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
