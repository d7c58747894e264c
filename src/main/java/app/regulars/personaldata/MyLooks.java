package app.regulars.personaldata;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to who of the staff looked at what is known of them, under any record that was merged into theirs. */
@Service
@Transactional(readOnly = true)
public class MyLooks {

    private static final Duration SHOWN = Duration.ofDays(90);

    private final AuditTrail audit;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final Clock clock;

    MyLooks(AuditTrail audit, CustomerDirectory customers, StaffDirectory staff, Clock clock) {
        this.audit = audit;
        this.customers = customers;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param name the given name; blank for somebody who is gone @param last when last */
    public record Looker(String name, long times, Instant last) {
    }

    /** One for each member of staff who looked in the last 90 days, the latest first. */
    public List<Looker> of(CustomerId me) {
        var since = clock.instant().minus(SHOWN);
        var records = new ArrayList<>(customers.absorbed(me));
        records.add(me);
        var looks = new LinkedHashMap<StaffId, Looker>();
        records.stream().flatMap(record -> audit.looks(record.value(), since).stream()).forEach(look -> looks.merge(look.staff(), new Looker("", 1, look.at()),
                (one, other) -> new Looker("", one.times() + other.times(), one.last().isAfter(other.last()) ? one.last() : other.last())));
        var cards = staff.cards(looks.keySet());
        return looks.entrySet().stream().map(entry -> new Looker(cards.containsKey(entry.getKey()) ? cards.get(entry.getKey()).givenName() : "", entry.getValue().times(),
                entry.getValue().last())).sorted((one, other) -> other.last().compareTo(one.last())).toList();
    }
}
