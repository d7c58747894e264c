package app.regulars.customer;

import app.regulars.platform.identity.ActingRights;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may act for whom, asked at every look of somebody who acts for a company. A yes is kept for a second, so that a page asks
 * once; what changes on this node counts at once, on others within that second.
 */
@Component
class Memberships implements ActingRights {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 10_000;

    private record Pair(CustomerId person, CustomerId company) {
    }

    private final CompanyMemberRepository members;
    private final Clock clock;
    private final Map<Pair, Instant> known = new ConcurrentHashMap<>();

    Memberships(CompanyMemberRepository members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayActFor(CustomerId person, CustomerId customer) {
        if (person == null || customer == null) {
            return false;
        }
        if (person.equals(customer)) {
            return true;
        }
        var pair = new Pair(person, customer);
        var now = clock.instant();
        var until = known.get(pair);
        if (until != null && until.isAfter(now) && !until.isAfter(now.plus(KEPT))) {
            return true;
        }
        var may = role(person, customer).isPresent();
        if (may) {
            if (known.size() > MOST_KEPT) {
                known.clear();
            }
            known.put(pair, now.plus(KEPT));
        } else {
            known.remove(pair);
        }
        return may;
    }

    /** Asked of the database every time. */
    @Transactional(readOnly = true)
    public Optional<MemberRole> role(CustomerId person, CustomerId company) {
        return members.findByCompanyIdAndPersonId(company, person).map(CompanyMember::role);
    }

    void changed() {
        known.clear();
        AfterCommit.run(known::clear);
    }
}
