package app.regulars.personaldata;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' door to who of the staff looked at what is known of them: at their record or any that was merged into it, at their
 * orders, inquiries and letters, and at those of the companies they act for.
 */
@Service
@Transactional(readOnly = true)
public class MyLooks {

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int MOST_MATTERS = 6;

    private final AuditTrail audit;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final StaffDirectory staff;
    private final Clock clock;

    MyLooks(AuditTrail audit, CustomerDirectory customers, Companies companies, StaffDirectory staff, Clock clock) {
        this.audit = audit;
        this.customers = customers;
        this.companies = companies;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * What was looked at.
     *
     * @param kind  "customer", "company", "order", "inquiry" or "message"
     * @param label the number or name people know it by; blank for a record of one's own and for a letter
     */
    public record Matter(String kind, String label) {
    }

    /** @param name the given name; blank for somebody who is gone @param last when last @param matters at most six, the latest first */
    public record Looker(String name, long times, Instant last, List<Matter> matters) {
    }

    private record Seen(StaffId staff, Instant at, Matter matter) {
    }

    /** One for each member of staff who looked in the last 90 days, the latest first. */
    public List<Looker> of(CustomerId me) {
        var mine = new ArrayList<>(customers.absorbed(me));
        mine.add(me);
        var seen = Stream.concat(mine.stream().flatMap(record -> looks(record, "customer", "")),
                companies.of(me).stream().flatMap(company -> looks(company.id(), "company", company.displayName())))
                .sorted(Comparator.comparing(Seen::at).reversed()).toList();
        var cards = staff.cards(seen.stream().map(Seen::staff).collect(Collectors.toSet()));
        return new LinkedHashSet<>(seen.stream().map(Seen::staff).toList()).stream().map(who -> {
            var hers = seen.stream().filter(look -> look.staff().equals(who)).toList();
            return new Looker(cards.containsKey(who) ? cards.get(who).givenName() : "", hers.size(), hers.getFirst().at(),
                    hers.stream().map(Seen::matter).distinct().limit(MOST_MATTERS).toList());
        }).toList();
    }

    private Stream<Seen> looks(CustomerId record, String itself, String name) {
        return audit.looks(record.value(), clock.instant().minus(SHOWN)).stream().map(look -> {
            var kind = look.action().replace(".viewed", "");
            return new Seen(look.staff(), look.at(), switch (kind) {
                case "customer" -> new Matter(itself, name);
                case "message" -> new Matter(kind, "");
                default -> new Matter(kind, Objects.requireNonNullElse(look.label(), ""));
            });
        });
    }
}
