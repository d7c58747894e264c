package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Follows records that were found to be another's person to the one that counts. */
@Component
class Survivors {

    /** Begins a statement: the ids of a customer and of all records that lead there, as {@code one_person}; its value is the customer's id. */
    static final String ALL = """
            with recursive one_person (id) as (select c.id from customer c where c.id = ?
                union all select m.id from customer m join one_person o on m.merged_into = o.id)
            """;

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
}
