package app.regulars.ordering;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The lines of orders as a file. A text that a spreadsheet would take for a formula begins with an apostrophe; every text stands in
 * quotes as it is kept, leading zeros and all. Who took how much away is written down.
 */
@Service
@RolesAllowed(Permissions.DATA_EXPORT)
public class OrderExport {

    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("Order", "Placed at", "Status", "Channel", "Customer", "Town", "Province", "Reference", "Line", "SKU", "Name", "Options",
            "Ordered", "Quantity", "Sent", "Each", "Total", "Discount", "Currency", "Promised", "Shipped at", "Delivered at");

    private final OrderLists lists;
    private final AuditTrail audit;
    private final FieldNotes notes;

    OrderExport(OrderLists lists, AuditTrail audit, FieldNotes notes) {
        this.lists = lists;
        this.audit = audit;
        this.notes = notes;
    }

    /** Writes as it reads, 500 orders at a time. @return how many lines */
    @RolesAllowed(Permissions.DATA_EXPORT)
    public int write(OrderFilter filter, Writer out, StaffId by) {
        audit.record(by, "order.exported", "order-list", Ids.next(), "begun: " + described(filter));
        notes.used("export", "sales_order.contact_name", "sales_order.city", "sales_order.purchase_reference");
        var count = 0;
        try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
            csv.writeRecord(COLUMNS);
            OrderSummary last = null;
            for (var some = lists.after(filter, null, AT_ONCE); !some.isEmpty(); some = some.size() < AT_ONCE ? List.of() : lists.after(filter, last, AT_ONCE)) {
                for (var line : lists.lines(some.stream().map(OrderSummary::id).toList())) {
                    csv.writeRecord(line.stream().map(SpreadsheetText::safe).toList());
                    count++;
                }
                last = some.getLast();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(by, "order.exported", "order-list", Ids.next(), count + " lines: " + described(filter));
        return count;
    }

    private static String described(OrderFilter filter) {
        return (filter.status() == null ? "all" : filter.status().code()) + (filter.text().isBlank() ? "" : ", words") + (filter.channel().isEmpty() ? "" : ", " + filter.channel())
                + (filter.held() ? ", held" : "") + (filter.late() ? ", late" : "");
    }
}
