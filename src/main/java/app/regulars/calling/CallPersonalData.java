package app.regulars.calling;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Calls of a person. After erasure only that there was one, and when. Where a recording is to be heard is told to nobody by a file: the
 * telephone system keeps it, and whoever is asked for it gives it.
 */
@Component
class CallPersonalData implements PersonalDataSource {

    private final CallStore store;
    private final CallSearch search;
    private final Extensions extensions;
    private final CustomerDirectory customers;

    CallPersonalData(CallStore store, CallSearch search, Extensions extensions, CustomerDirectory customers) {
        this.store = store;
        this.search = search;
        this.extensions = extensions;
        this.customers = customers;
    }

    @Override
    public String block() {
        return "calling.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("phone_call", "customer_id = :customer").without("key_id", "external_id", "recording_url", "note", "noted_by", "staff_id", "called")
                .blanked("null", "caller_number", "called", "note", "recording_url", "inquiry_number"));
    }

    /** Also what came from her number before anybody knew whose it is. What is told of these calls later is told in vain. */
    @Override
    public void forget(CustomerId customer) {
        store.numbersWith(customer).forEach(this::forgetCall);
        customers.record(customer).flatMap(card -> extensions.normal(card.phone())).ifPresent(caller -> {
            store.numbersFrom(caller).forEach(this::forgetCall);
            store.forgetNumber(caller);
        });
    }

    private void forgetCall(String number) {
        search.remove(number);
        store.forgetId(number);
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks callsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "calls", "phone_call", false).personal();
        }
    }
}
