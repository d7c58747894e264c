package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Follows records that were found to be another's person to the one that counts. */
@Component
class Survivors {

    private static final int LONGEST_WAY = 20;

    private final CustomerRepository customers;

    Survivors(CustomerRepository customers) {
        this.customers = customers;
    }

    Customer of(Customer record) {
        var at = record;
        for (int step = 0; at.mergedInto() != null && step < LONGEST_WAY; step++) {
            at = customers.findById(at.mergedInto().value()).orElseThrow(NotFound::new);
        }
        return at;
    }

    Optional<Customer> of(Optional<Customer> record) {
        return record.map(this::of);
    }

    /** The same names with the records that count; one statement when nobody was merged. */
    Map<String, CustomerId> of(Map<String, CustomerId> ids) {
        if (ids.isEmpty()) {
            return ids;
        }
        var merged = new HashMap<CustomerId, Customer>();
        customers.findByIdInAndMergedIntoIsNotNull(ids.values().stream().map(CustomerId::value).toList()).forEach(record -> merged.put(record.id(), record));
        if (merged.isEmpty()) {
            return ids;
        }
        var current = new HashMap<>(ids);
        current.replaceAll((name, id) -> merged.containsKey(id) ? of(merged.get(id)).id() : id);
        return current;
    }

    /**
     * Lets one record lead to another. Both are locked in the order of their ids, so that two at once never wait for each other.
     *
     * @throws Refused when they are one already, or a person and a company
     */
    void absorb(CustomerId absorbed, CustomerId survivor) {
        if (absorbed.equals(survivor)) {
            throw new Refused("customer.merge.same");
        }
        Stream.of(absorbed, survivor).sorted(Comparator.comparing(CustomerId::value)).forEach(id -> customers.lock(id.value()));
        var gone = customers.findById(absorbed.value()).orElseThrow(NotFound::new);
        var kept = customers.findById(survivor.value()).orElseThrow(NotFound::new);
        if (gone.mergedInto() != null || kept.mergedInto() != null) {
            throw new Refused("customer.merge.done");
        }
        if (gone.kind() != kept.kind()) {
            throw new Refused("customer.merge.kinds");
        }
        gone.leadTo(survivor);
        customers.flush();
    }

    void release(CustomerId absorbed) {
        customers.lock(absorbed.value()).orElseThrow(NotFound::new).leadTo(null);
        customers.flush();
    }

    /** The records that lead to this one, directly or over another. */
    List<CustomerId> absorbed(CustomerId survivor) {
        return Stream.iterate(customers.findByMergedInto(survivor), found -> !found.isEmpty(),
                found -> found.stream().flatMap(record -> customers.findByMergedInto(record.id()).stream()).toList())
                .limit(LONGEST_WAY).flatMap(List::stream).map(Customer::id).toList();
    }

    /** The ids of a customer and of all records that lead there, as the database keeps them. One statement when nobody was merged. */
    static List<Object> onePerson(JdbcTemplate jdbc, CustomerId customer) {
        var all = new ArrayList<Object>(List.of(bytes(customer.value())));
        for (int from = 0, step = 0; from < all.size() && step < LONGEST_WAY; step++) {
            var look = List.copyOf(all.subList(from, all.size()));
            from = all.size();
            all.addAll(jdbc.query("select id from customer where merged_into in (" + marks(look) + ")", (row, n) -> row.getBytes(1), look.toArray()));
        }
        return all;
    }

    static String marks(List<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }
}
