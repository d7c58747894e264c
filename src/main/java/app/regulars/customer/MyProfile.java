package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to what they say of themselves, and to their addresses. An address that is not mine is not there. */
@Service
@Transactional
public class MyProfile {

    /** Codes of the provinces and territories; their names are the texts customer.province.{code}. */
    public static final List<String> PROVINCES = AddressRules.PROVINCES;

    private final CustomerRepository customers;
    private final ChangeHistory history;
    private final AddressBook book;

    MyProfile(CustomerRepository customers, ChangeHistory history, AddressBook book) {
        this.customers = customers;
        this.history = history;
        this.book = book;
    }

    @Transactional(readOnly = true)
    public Profile show(CustomerId me) {
        return new Profile(customers.findById(me.value()).orElseThrow(NotFound::new).card(), book.of(me));
    }

    /** @param addresses the default one first */
    public record Profile(CustomerCard card, List<KnownAddress> addresses) {
    }

    public record ProfileForm(String name, String phone, Locale locale) {

        @Override
        public String toString() {
            return "a profile";
        }
    }

    /** Everything that is wrong with the form, one refusal a field. */
    public List<Refused> problems(ProfileForm typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(typed.name()));
        Refused.collect(problems, () -> PersonTexts.phone(typed.phone()));
        return problems;
    }

    /** @throws Refused for the first of the {@link #problems} */
    public void change(CustomerId me, ProfileForm typed) {
        var customer = customers.findById(me.value()).filter(row -> !row.isCompany()).orElseThrow(NotFound::new);
        var before = customer.fields();
        customer.describe(typed.name(), typed.phone(), typed.locale());
        history.compare(me, before, customer.fields(), ChangeActor.person(me));
    }

    /** Everything that is wrong with an address, one refusal a field. */
    public List<Refused> problems(PostalAddress typed) {
        return AddressRules.problems(typed);
    }

    /**
     * @param id null for a new one
     * @throws Refused for the first of the {@link #problems}, and for an address that is there already
     */
    public void saveAddress(CustomerId me, UUID id, PostalAddress typed, boolean asDefault) {
        book.save(me, id, typed, asDefault, ChangeActor.person(me));
    }

    public void makeDefault(CustomerId me, UUID id) {
        book.makeDefault(me, id);
    }

    public void removeAddress(CustomerId me, UUID id) {
        book.remove(me, id, ChangeActor.person(me));
    }
}
