package app.regulars.customer;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.PhoneNumbers;
import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            insert into customer (id, version, kind, number, name, email, phone, phone_tail, locale, source, preferred_channel,
                occupation, note, stage, search_text, joined_at) values (?, 0, 'PERSON', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update version = version + 1""";

    private final JdbcTemplate jdbc;
    private final Numbers numbers;
    private final FirstEntries first;

    CustomerRecords(JdbcTemplate jdbc, Numbers numbers, FirstEntries first) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.first = first;
    }

    /** The customers by normalized address; those that are new are made from what is given. At most 1,000 at once. */
    @Transactional
    public Map<String, CustomerId> obtain(List<NewCustomer> people) {
        var emails = people.stream().map(person -> EmailAddress.of(person.email()).value()).toList();
        var known = find(emails);
        var added = new LinkedHashMap<String, NewCustomer>();
        for (int i = 0; i < people.size(); i++) {
            if (!known.containsKey(emails.get(i))) {
                added.putIfAbsent(emails.get(i), people.get(i));
            }
        }
        if (added.isEmpty()) {
            return known;
        }
        var next = numbers.next("customer", 100, added.size());
        var rows = new ArrayList<Object[]>();
        var ids = new HashMap<CustomerId, NewCustomer>();
        for (var entry : added.entrySet()) {
            var id = CustomerId.next();
            ids.put(id, entry.getValue());
            rows.add(row(id, number(next++), entry.getKey(), entry.getValue()));
        }
        jdbc.batchUpdate(INSERT, rows);
        var all = find(emails);
        // whoever lost a race against the same address is not new
        ids.keySet().retainAll(all.values());
        first.write(ids);
        return all;
    }

    String nextNumber() {
        return number(numbers.next("customer", 100));
    }

    private static String number(long next) {
        return "C-%05d".formatted(next);
    }

    private Object[] row(CustomerId id, String number, String email, NewCustomer person) {
        var name = PersonTexts.name(person.name());
        var phone = PersonTexts.bounded(PersonTexts.clean(person.phone()), PersonTexts.LONGEST_PHONE, "phone");
        return new Object[] {bytes(id.value()), number, name, email, phone, PhoneNumbers.tail(phone), person.locale().toLanguageTag(), person.source(), person.preferredChannel(),
            PersonTexts.bounded(PersonTexts.clean(person.occupation()), 120, "occupation"), person.company() == null ? person.note() : null,
            first.stage(person.source()), Customer.searchText(number, name, email, phone), utc(person.joinedAt())};
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
