package app.regulars.customer;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.text.PersonTexts;
import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes rows of customers. An address that is known keeps its row, also when two ask at the same moment: the second insert
 * turns into a touch of the first row, so that both see the same customer.
 */
@Component
class CustomerRecords {

    private static final String INSERT = """
            insert into customer (id, version, number, name, company_name, company_kind, email, phone, locale, source, preferred_channel,
                occupation, note, search_text, joined_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update version = version + 1""";

    private final JdbcTemplate jdbc;
    private final Numbers numbers;

    CustomerRecords(JdbcTemplate jdbc, Numbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** The customers by normalized address; those that are new are made from what is given. At most 1,000 at once. */
    @Transactional
    public Map<String, CustomerId> obtain(List<NewCustomer> people) {
        var emails = people.stream().map(person -> EmailAddress.of(person.email()).value()).toList();
        var known = find(emails);
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < people.size(); i++) {
            if (!known.containsKey(emails.get(i))) {
                rows.add(row(people.get(i), emails.get(i)));
            }
        }
        if (rows.isEmpty()) {
            return known;
        }
        var first = numbers.next("customer", 100, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var number = "C-%05d".formatted(first + i);
            row[1] = number;
            row[12] = Customer.searchText(number, (String) row[2], (String) row[3], (String) row[5], (String) row[6]);
        }
        jdbc.batchUpdate(INSERT, rows);
        return find(emails);
    }

    private static Object[] row(NewCustomer person, String email) {
        var company = PersonTexts.company(person.company());
        return new Object[] {bytes(Ids.next()), null, PersonTexts.name(person.name()), company,
            company == null ? null : PersonTexts.bounded(PersonTexts.clean(person.companyKind()), 40, "companyKind"), email,
            PersonTexts.bounded(PersonTexts.clean(person.phone()), PersonTexts.LONGEST_PHONE, "phone"),
            person.locale().toLanguageTag(), person.source(), person.preferredChannel(),
            PersonTexts.bounded(PersonTexts.clean(person.occupation()), 120, "occupation"), person.note(), null, utc(person.joinedAt())};
    }

    private Map<String, CustomerId> find(Collection<String> emails) {
        var found = new HashMap<String, CustomerId>();
        var marks = String.join(",", emails.stream().map(email -> "?").toList());
        jdbc.query("select email, id from customer where email in (" + marks + ")", row -> {
            found.put(row.getString(1), new CustomerId(Columns.uuid(row.getBytes(2))));
        }, emails.toArray());
        return found;
    }
}
