package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of a customer: the same one is kept once, and one is the default. */
@Component
class AddressBook {

    private static final int MOST = 30;

    private final CustomerAddressRepository addresses;
    private final ChangeHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    AddressBook(CustomerAddressRepository addresses, ChangeHistory history, JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.history = history;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<KnownAddress> of(CustomerId customer) {
        return addresses.of(customer).stream().map(CustomerAddress::known).toList();
    }

    @Transactional(readOnly = true)
    public Map<CustomerId, List<PostalAddress>> of(Collection<CustomerId> customers) {
        return customers.isEmpty() ? Map.of() : addresses.findByCustomerIdIn(customers).stream()
                .collect(Collectors.groupingBy(CustomerAddress::customer, Collectors.mapping(entry -> entry.known().address(), Collectors.toList())));
    }

    /** Keeps an address that was used; the oldest makes room when the book is full. */
    @Transactional
    public void remember(CustomerId customer, PostalAddress address) {
        var now = Columns.utc(clock.instant());
        // almost always it is there; with every order this is one plain statement
        if (jdbc.update("update customer_address set used_at = greatest(used_at, ?) where customer_id = ? and address_key = ?", now, Columns.bytes(customer.value()),
                CustomerAddress.key(address)) > 0) {
            return;
        }
        var known = addresses.of(customer);
        if (known.size() >= MOST) {
            addresses.delete(known.getLast());
        }
        addresses.save(new CustomerAddress(customer, address, known.isEmpty(), clock.instant()));
    }

    /** @param id null for a new one */
    @Transactional
    public void save(CustomerId customer, UUID id, PostalAddress typed, boolean asDefault, ChangeActor by) {
        var address = AddressRules.check(typed);
        var known = addresses.of(customer);
        if (known.stream().anyMatch(entry -> entry.isSame(address) && !entry.id().equals(id))) {
            throw new Refused("customer.address.known", "line1", Map.of());
        }
        if (id == null && known.size() >= MOST) {
            throw new Refused("customer.address.many", "line1", Map.of("most", MOST));
        }
        CustomerAddress entry;
        String before = null;
        if (id == null) {
            entry = addresses.save(new CustomerAddress(customer, address, known.isEmpty(), clock.instant()));
        } else {
            entry = addresses.findByIdAndCustomerId(id, customer).orElseThrow(NotFound::new);
            before = line(entry.address());
            entry.change(address, clock.instant());
        }
        history.record(customer, "address", before, line(address), by);
        if (asDefault) {
            known.forEach(other -> other.becomeDefault(false));
            entry.becomeDefault(true);
        }
    }

    @Transactional
    public void makeDefault(CustomerId customer, UUID id) {
        var entry = addresses.findByIdAndCustomerId(id, customer).orElseThrow(NotFound::new);
        addresses.of(customer).forEach(other -> other.becomeDefault(false));
        entry.becomeDefault(true);
    }

    /** The next one becomes the default when the default goes. */
    @Transactional
    public void remove(CustomerId customer, UUID id, ChangeActor by) {
        var entry = addresses.findByIdAndCustomerId(id, customer).orElseThrow(NotFound::new);
        history.record(customer, "address", line(entry.address()), null, by);
        addresses.delete(entry);
        if (entry.isDefault()) {
            addresses.of(customer).stream().filter(other -> !other.id().equals(id)).findFirst().ifPresent(other -> other.becomeDefault(true));
        }
    }

    private static String line(PostalAddress address) {
        return Stream.of(address.recipient(), address.line1(), address.line2(), address.city(), address.province(), address.postalCode())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
