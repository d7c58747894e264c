package app.regulars.demo;

import app.regulars.customer.CustomerDirectory;
import app.regulars.matching.MatchDesk;
import app.regulars.platform.i18n.Languages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Somebody who was known bought once more as a guest, under another spelling of her address: two records that staff are asked about. */
@Component
@Order(4)
class TwiceChapter implements DemoChapter {

    private static final double BOUGHT_DAYS_AGO = 6;
    private static final double LOOKED_DAYS_AGO = 1;
    private static final String TWICE = "signe";

    private final CustomerDirectory customers;
    private final MatchDesk desk;
    private final DemoLedger ledger;

    TwiceChapter(CustomerDirectory customers, MatchDesk desk, DemoLedger ledger) {
        this.customers = customers;
        this.desk = desk;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var known = story.data().people().stream().filter(person -> TWICE.equals(person.key())).findFirst();
        known.ifPresent(person -> {
            timeline.add(story.daysAgo(BOUGHT_DAYS_AGO), "twice:guest", () -> {
                var guest = customers.obtain(person.email().replace("@", "+shop@"), person.name(), null, "+1 " + person.phone(), Languages.of(person.language()), "guest-checkout");
                customers.rememberAddress(guest, person.address().of(person.recipient()));
            });
            timeline.add(story.daysAgo(LOOKED_DAYS_AGO), "twice:look", () -> {
                desk.look(PeopleChapter.staff(ledger, "priya"));
            });
        });
    }
}
