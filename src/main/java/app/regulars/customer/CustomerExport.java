package app.regulars.customer;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.id.Ids;
import app.regulars.platform.i18n.Languages;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The list as a file whose columns the import reads again. A text that a spreadsheet would take for a formula begins with an
 * apostrophe; every text stands in quotes as it is kept, leading zeros and all. Who took how much away is written down.
 */
@Service
@RolesAllowed(Permissions.DATA_EXPORT)
public class CustomerExport {

    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("Number", "Kind", "First Name", "Last Name", "Company", "Email", "Phone", "Language", "Created at", "Address1",
            "Address2", "City", "Province Code", "Zip", "Country Code", "Stage", "Roles", "Source", "Preferred channel", "Size", "Activity", "Need", "Need in own words");

    private final CustomerQueries queries;
    private final CustomerRepository customers;
    private final CustomerAddressRepository addresses;
    private final CustomFields fields;
    private final AuditTrail audit;
    private final FieldNotes notes;

    CustomerExport(CustomerQueries queries, CustomerRepository customers, CustomerAddressRepository addresses, CustomFields fields, AuditTrail audit, FieldNotes notes) {
        this.queries = queries;
        this.customers = customers;
        this.addresses = addresses;
        this.fields = fields;
        this.audit = audit;
        this.notes = notes;
    }

    /** Writes as it reads, 500 at a time, in some fixed statements each. @return how many customers */
    @RolesAllowed(Permissions.DATA_EXPORT)
    public int write(CustomerFilter filter, Writer out, StaffId by) {
        var asked = fields.active();
        audit.record(by, "customer.exported", "customer-list", Ids.next(), "begun: " + described(filter));
        notes.used("export", "customer.name", "customer.company_name", "customer.email", "customer.phone", "customer.preferred_channel", "customer.size_band",
                "customer.activity", "customer.need", "customer.need_text", "customer_address.line1", "customer_address.line2", "customer_address.city",
                "customer_address.province", "customer_address.postal_code");
        asked.forEach(field -> notes.used("export", "customer_field_value." + field.code()));
        filter.fields().forEach(field -> notes.used("filter", field));
        var count = 0;
        try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
            var header = new ArrayList<>(COLUMNS);
            asked.forEach(field -> header.add(field.code()));
            csv.writeRecord(header);
            CustomerRow last = null;
            for (var some = queries.after(filter, null, AT_ONCE); !some.isEmpty(); some = some.size() < AT_ONCE ? List.of() : queries.after(filter, last, AT_ONCE)) {
                write(csv, some, asked);
                count += some.size();
                last = some.getLast();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(by, "customer.exported", "customer-list", Ids.next(), count + " customers: " + described(filter));
        return count;
    }

    private void write(CsvWriter csv, List<CustomerRow> rows, List<CustomField> asked) {
        var ids = rows.stream().map(CustomerRow::id).toList();
        var answers = fields.of(ids);
        var records = new java.util.HashMap<app.regulars.platform.identity.CustomerId, Customer>();
        customers.findByIdIn(ids.stream().map(app.regulars.platform.identity.CustomerId::value).toList()).forEach(row -> records.put(row.id(), row));
        var homes = new java.util.HashMap<app.regulars.platform.identity.CustomerId, CustomerAddress>();
        addresses.defaults(ids).forEach(address -> homes.put(address.customer(), address));
        for (var row : rows) {
            var record = records.get(row.id());
            if (record != null) {
                var line = new ArrayList<String>();
                line(line, row, record, homes.get(row.id()));
                var agreed = record.demographicsAt() != null;
                asked.forEach(field -> line.add(field.demographic() && !agreed ? "" : answers.getOrDefault(row.id(), Map.of()).get(field.code())));
                csv.writeRecord(line.stream().map(SpreadsheetText::safe).toList());
            }
        }
    }

    private static void line(List<String> line, CustomerRow row, Customer record, CustomerAddress home) {
        var names = row.name().split(" ", 2);
        var answers = record.answers();
        line.addAll(java.util.Arrays.asList(row.number(), row.kind().name().toLowerCase(java.util.Locale.ROOT), names[0], names.length > 1 ? names[1] : "", row.company(),
                row.email(), row.phone(), Languages.code(row.locale()), row.since().toString()));
        var address = home == null ? null : home.address();
        line.addAll(address == null ? java.util.Collections.nCopies(6, "") : java.util.Arrays.asList(address.line1(), address.line2(), address.city(), address.province(),
                address.postalCode(), address.country()));
        line.addAll(java.util.Arrays.asList(row.stage(), String.join(" ", row.roles()), row.source(), answers.channel(), answers.size(), answers.activity(), answers.need(),
                answers.needText()));
    }

    /** Which filters, without what was typed into the search. */
    private static String described(CustomerFilter filter) {
        Set<String> used = new HashSet<>();
        if (!filter.text().isBlank()) {
            used.add("words");
        }
        filter.withoutWords().parameters().forEach((name, value) -> used.add(name.startsWith("f.") ? name.substring(2) : name + "=" + value));
        return used.isEmpty() ? "all" : String.join(", ", used.stream().sorted().toList());
    }
}
