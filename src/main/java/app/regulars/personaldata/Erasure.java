package app.regulars.personaldata;

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
    private final TransactionTemplate each;

    Erasure(PersonalRecords records, PersonalTraces.Reading reading, PersonalScan scan, IndexContents index, PlatformTransactionManager transactions) {
        this.records = records;
        this.reading = reading;
        this.scan = scan;
        this.index = index;
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

    /** The record and those that were merged into it; the one that was asked for is forgotten last. */
    private Set<CustomerId> everyRecord(CustomerId person) {
        var all = new LinkedHashSet<CustomerId>();
        records.sources().forEach(source -> all.addAll(source.alsoKnownAs(person)));
        all.remove(person);
        all.add(person);
        return all;
    }
}
