package app.regulars.forum;

import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who people are to everybody else. At most three statements, whatever the number. */
@Component
class People {

    private static final int TONES = 4;

    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final PostRepository posts;

    People(CustomerDirectory customers, StaffDirectory staff, PostRepository posts) {
        this.customers = customers;
        this.staff = staff;
        this.posts = posts;
    }

    /** Every writer has an author, those who left too. */
    Map<Writer, Author> of(Collection<Writer> writers) {
        var byStaff = writers.stream().filter(Objects::nonNull).map(Writer::staffId).filter(Objects::nonNull).collect(Collectors.toSet());
        var byCustomer = writers.stream().filter(Objects::nonNull).map(Writer::customerId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<StaffId, StaffCard> staffCards = byStaff.isEmpty() ? Map.of() : staff.cards(byStaff);
        Map<CustomerId, CustomerCard> customerCards = byCustomer.isEmpty() ? Map.of() : customers.cards(byCustomer);
        Map<CustomerId, Long> chosen = byCustomer.isEmpty() ? Map.of()
                : posts.chosen(byCustomer).stream().collect(Collectors.toMap(PostRepository.Chosen::customer, PostRepository.Chosen::solutions));
        var authors = new HashMap<Writer, Author>();
        for (var writer : writers) {
            if (writer == null) {
                continue;
            }
            if (writer.isStaff()) {
                var card = staffCards.get(writer.staffId());
                authors.put(writer, card == null ? new Author(null, "·", true, 1, false)
                        : new Author(card.givenName(), PublicName.initials(card.givenName()), true, 1, false));
            } else if (writer.customerId() != null) {
                var card = customerCards.get(writer.customerId());
                var name = card == null ? null : PublicName.of(card.name());
                authors.put(writer, name == null ? Author.GONE : new Author(name, PublicName.initials(name), false, tone(writer.customerId().value()),
                        chosen.getOrDefault(writer.customerId(), 0L) >= Author.TRUSTED_FROM));
            }
        }
        return authors;
    }

    Author of(Writer writer) {
        return of(List.of(writer)).getOrDefault(writer, Author.GONE);
    }

    private static int tone(UUID id) {
        return Math.floorMod(id.hashCode(), TONES) + 1;
    }
}
