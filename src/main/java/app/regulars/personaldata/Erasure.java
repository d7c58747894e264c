package app.regulars.personaldata;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.search.IndexContents;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets a person, module by module, each in its own transaction; the customer's record comes last, so that a run that broke off
 * finds everything again when it is run anew. Between them the person's words are taken out of what others wrote.
 */
@Component
class Erasure {

    private final PersonalRecords records;
    private final PersonalTraces.Reading reading;
    private final PersonalScan scan;
    private final IndexContents index;
    private final CustomerDirectory customers;
    private final TransactionTemplate each;

    Erasure(PersonalRecords records, PersonalTraces.Reading reading, PersonalScan scan, IndexContents index, CustomerDirectory customers,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.reading = reading;
        this.scan = scan;
        this.index = index;
        this.customers = customers;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Numbers of what has to be finished first. */
    List<String> unfinished(CustomerId person) {
        return everyRecord(person).stream().flatMap(id -> records.sources().stream().flatMap(source -> source.unfinished(id).stream())).toList();
    }

    /** Safe to run again, also after a failure in the middle. */
    void run(CustomerId person) {
        everyRecord(person).forEach(this::forget);
        each.executeWithoutResult(status -> index.renew(List.of()));
    }

    private void forget(CustomerId record) {
        var traces = reading.of(record);
        var all = records.sources().reversed();
        all.stream().filter(source -> source.order() > 0).forEach(source -> forget(source, record));
        each.executeWithoutResult(status -> scan.takeOut(traces));
        all.stream().filter(source -> source.order() == 0).forEach(source -> forget(source, record));
    }

    private void forget(PersonalDataSource source, CustomerId record) {
        each.executeWithoutResult(status -> records.forget(source, record));
    }

    /** The record that counts, forgotten last, and all that were merged into it, whichever of them was asked for. */
    private Set<CustomerId> everyRecord(CustomerId person) {
        var counts = customers.find(person).map(card -> card.id()).orElse(person);
        var all = new LinkedHashSet<CustomerId>();
        records.sources().forEach(source -> all.addAll(source.alsoKnownAs(counts)));
        all.remove(counts);
        all.add(counts);
        return all;
    }
}
