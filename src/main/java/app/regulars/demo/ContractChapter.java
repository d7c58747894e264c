package app.regulars.demo;

import app.regulars.contracting.ContractDesk;
import app.regulars.contracting.ContractForm;
import app.regulars.customer.CustomerDirectory;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A café's yearly contract, of which the last day to decide is near. */
@Component
@Order(12)
class ContractChapter implements DemoChapter {

    private static final String CAFE = "maren";
    private static final String OWNER = "ellen";
    private static final double MADE_DAYS_AGO = 300;
    private static final int RUNS_FOR_DAYS = 75;
    private static final ZoneId ZONE = ZoneId.of("America/Halifax");
    private static final String TERMS = """
            House blend and decaf for the bar, 20 kg a month on average, at the prices of the café list.
            Delivery every Tuesday with the van, grinder service twice a year.
            Either side gives notice 60 days before the end; else we sit down together in good time.""";

    private final ContractDesk contracts;
    private final CustomerDirectory customers;
    private final DemoLedger ledger;

    ContractChapter(ContractDesk contracts, CustomerDirectory customers, DemoLedger ledger) {
        this.contracts = contracts;
        this.customers = customers;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var today = story.now().atZone(ZONE).toLocalDate();
        timeline.add(story.daysAgo(MADE_DAYS_AGO), "contract", () -> make(today));
    }

    private void make(LocalDate today) {
        var by = PeopleChapter.staff(ledger, OWNER);
        var ends = today.plusDays(RUNS_FOR_DAYS);
        contracts.add(new ContractForm(customers.find(PeopleChapter.customer(ledger, CAFE)).orElseThrow().number(), "Coffee for the bar", ends.minusYears(1).plusDays(1).toString(),
                ends.toString(), "60", "30", TERMS, "", by.toString(), ""), by);
    }
}
