package app.regulars.calling;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.text.PhoneNumbers;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes calls findable by what was noted, for staff only. */
@Component
class CallSearch {

    private static final String KIND = "call";

    private final SearchIndex index;
    private final CustomerDirectory customers;
    private final String country;

    CallSearch(SearchIndex index, CustomerDirectory customers, @Value("${regulars.country:CA}") String country) {
        this.index = index;
        this.customers = customers;
        this.country = country;
    }

    void put(Call call) {
        if (call.note() == null || call.note().isBlank()) {
            index.remove(KIND, call.number());
            return;
        }
        var name = call.customer() == null ? "" : customers.find(call.customer()).map(CustomerCard::displayName).orElse("");
        var number = call.caller() == null ? "" : PhoneNumbers.readable(call.caller(), country);
        index.put(List.of(new SearchDocument(KIND, call.number(), null, "staff", name.isEmpty() ? number.isEmpty() ? call.number() : number : name, call.number() + " " + number, call.note(),
                "/console/calls?open=" + call.number(), List.of(), 1)));
    }

    void remove(String number) {
        index.remove(KIND, number);
    }
}
