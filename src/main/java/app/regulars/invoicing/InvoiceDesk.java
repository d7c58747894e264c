package app.regulars.invoicing;

import app.regulars.ordering.SeenOrders;
import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to invoices and credit notes; opening one is written down. */
@Service
@RolesAllowed(Permissions.PAYMENTS_SEE)
@Transactional
public class InvoiceDesk {

    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("Number", "Kind", "Takes back", "Issued", "Order", "Buyer", "Before taxes", "Taxes", "Total", "Currency", "Due");

    private final InvoiceRepository invoices;
    private final InvoicePapers papers;
    private final InvoiceLists lists;
    private final AuditTrail audit;
    private final FieldNotes notes;
    private final SeenOrders seen;

    InvoiceDesk(InvoiceRepository invoices, InvoicePapers papers, InvoiceLists lists, AuditTrail audit, FieldNotes notes, SeenOrders seen) {
        this.seen = seen;
        this.invoices = invoices;
        this.papers = papers;
        this.lists = lists;
        this.audit = audit;
        this.notes = notes;
    }

    /** The latest first. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public List<InvoiceRow> list(InvoiceFilter filter, int offset, int limit) {
        notes.used("view", "invoice.buyer_name", "invoice.buyer_company");
        return lists.page(filter, offset, limit);
    }

    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public long count(InvoiceFilter filter) {
        return lists.count(filter);
    }

    /** As a file for a spreadsheet, credit notes as negative amounts; who took how much away is written down. @return how many papers */
    @RolesAllowed(Permissions.DATA_EXPORT)
    public int write(InvoiceFilter filter, Writer out, StaffId by) {
        notes.used("export", "invoice.buyer_name", "invoice.buyer_company");
        var count = 0;
        try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
            csv.writeRecord(COLUMNS);
            InvoiceRow last = null;
            for (var some = lists.after(filter, null, AT_ONCE); !some.isEmpty(); some = some.size() < AT_ONCE ? List.of() : lists.after(filter, last, AT_ONCE)) {
                for (var row : some) {
                    csv.writeRecord(Stream.of(row.number(), row.credit() ? "credit note" : "invoice", row.credits(), row.issuedOn().toString(), row.order(), row.buyer(),
                            signed(row, row.net()), signed(row, row.tax()), signed(row, row.total()), row.total().currency(), row.dueOn() == null ? "" : row.dueOn().toString())
                            .map(text -> text == null ? "" : text.matches("-?\\d+\\.\\d+") ? text : SpreadsheetText.safe(text)).toList());
                    count++;
                }
                last = some.getLast();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(by, "invoice.exported", "invoice-list", Ids.next(), count + " papers: " + filter);
        return count;
    }

    private static String signed(InvoiceRow row, Money amount) {
        return (row.credit() ? amount.negated() : amount).amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    public byte[] pdf(String number, StaffId by) {
        var invoice = invoices.findByNumber(number).orElseThrow(NotFound::new);
        seen.check(invoice.orderNumber());
        audit.viewed(by, "invoice", invoice.id().value(), invoice.number(), invoice.customer());
        return papers.pdf(invoice.file());
    }
}
