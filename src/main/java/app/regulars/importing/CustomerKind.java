package app.regulars.importing;

import app.regulars.account.Accounts;
import app.regulars.customer.CustomColumns;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.NewCustomer;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers by e-mail address. Nothing is read from a column about consent: a flag proves nothing. */
@Component
class CustomerKind implements ImportKind<NewCustomer> {

    private final CustomerDirectory directory;
    private final Accounts accounts;
    private final FieldNotes notes;
    private final Shop shop;
    private final Clock clock;
    /** As they were when the run began. */
    private CustomColumns columns;

    CustomerKind(CustomerDirectory directory, Accounts accounts, FieldNotes notes, Shop shop, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.notes = notes;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String keyColumn() {
        return "Email";
    }

    @Override
    public boolean scattered() {
        return true;
    }

    @Override
    public NewCustomer read(String key, List<Row> rows) {
        var row = rows.getFirst();
        if (!key.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || key.length() > 190) {
            throw new RowProblem(row.line(), "Email", "is not an e-mail address: " + key);
        }
        var name = (row.text("First Name", 100) + " " + row.text("Last Name", 100)).strip();
        var joined = row.moment("Created at", shop.zone());
        var company = row.text("Company", 120);
        return new NewCustomer(name.isEmpty() ? key.substring(0, key.indexOf('@')) : name, company.isEmpty() ? null : company, null, key,
                blankToNull(row.text("Phone", 40)), Languages.of(row.text("Language")), address(row, name), joined == null ? clock.instant() : joined,
                "import", null, null, null, null, custom(row));
    }

    private Map<String, String> custom(Row row) {
        try {
            return columns.read(row.values());
        } catch (Refused refused) {
            throw new RowProblem(row.line(), columns.column(refused.field()), "does not fit the field");
        }
    }

    /** A field that is asked for since makes a known row worth reading again. */
    @Override
    public String state() {
        columns = directory.customColumns();
        return columns.state();
    }

    @Override
    public void save(Map<String, NewCustomer> records) {
        try {
            var people = List.copyOf(records.values());
            var ids = directory.obtainAll(people);
            directory.correctImported(people, ids, accounts.whoHaveOne(ids.values()));
            notes.used("import", "customer.name", "customer.company_name", "customer.email", "customer.phone", "customer_address.line1", "customer_address.line2",
                    "customer_address.city", "customer_address.province", "customer_address.postal_code");
        } catch (Refused refused) {
            throw new IllegalArgumentException(refused.key() + (refused.field() == null ? "" : " (" + refused.field() + ")"), refused);
        }
    }

    private static PostalAddress address(Row row, String name) {
        if (row.text("Address1").isEmpty() || row.text("City").isEmpty()) {
            return null;
        }
        return new PostalAddress(name, row.text("Address1", 200), blankToNull(row.text("Address2", 200)), row.text("City", 120),
                row.text("Province Code", 10).toUpperCase(Locale.ROOT), row.text("Zip", 20).toUpperCase(Locale.ROOT),
                row.text("Country Code").isEmpty() ? "CA" : row.text("Country Code", 2).toUpperCase(Locale.ROOT));
    }

    private static String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
