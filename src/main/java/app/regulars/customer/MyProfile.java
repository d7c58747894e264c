package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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
    private final CustomFields fields;
    private final AddressBook book;
    private final ObjectProvider<SpokenConsents> consents;
    private final FieldNotes notes;
    private final Clock clock;

    MyProfile(CustomerRepository customers, ChangeHistory history, CustomFields fields, AddressBook book, ObjectProvider<SpokenConsents> consents,
              FieldNotes notes, Clock clock) {
        this.fields = fields;
        this.consents = consents;
        this.notes = notes;
        this.clock = clock;
        this.customers = customers;
        this.history = history;
        this.book = book;
    }

    @Transactional(readOnly = true)
    public Profile show(CustomerId me) {
        var row = customers.findById(me.value()).orElseThrow(NotFound::new);
        var shown = fields.active(row.kind()).stream().filter(field -> field.shownTo() != FieldAudience.STAFF).toList();
        var custom = new HashMap<>(fields.of(me));
        custom.keySet().retainAll(shown.stream().map(CustomField::code).toList());
        notes.used("profile", "customer.name", "customer.company_name", "customer.email", "customer.phone", "customer.preferred_channel", "customer.occupation",
                "customer.size_band", "customer.activity", "customer.need", "customer.need_text", "customer_address.recipient", "customer_address.line1",
                "customer_address.line2", "customer_address.city", "customer_address.province", "customer_address.postal_code");
        shown.forEach(field -> notes.used("profile", "customer_field_value." + field.code()));
        return new Profile(row.card(), book.of(me), row.answers(), shown, custom, row.demographicsAt() != null);
    }

    /**
     * @param addresses    the default one first
     * @param fields       the custom fields that customers see
     * @param custom       the answers to them, by field code
     * @param demographics whether answers that are marked so may be used for groups
     */
    public record Profile(CustomerCard card, List<KnownAddress> addresses, ProfileAnswers answers, List<CustomField> fields, Map<String, String> custom,
                          boolean demographics) {
    }

    /** Every change of my record, newest first, at most 100; what only staff keep is not among them. */
    @Transactional(readOnly = true)
    public List<Change> changes(CustomerId me) {
        var seen = fields.all().stream().filter(field -> field.shownTo() != FieldAudience.STAFF).map(field -> "custom:" + field.code()).toList();
        return history.of(me, 100).stream().filter(change -> !"note".equals(change.field()) && !"roles".equals(change.field())
                && (!change.field().startsWith("custom:") || seen.contains(change.field()))).toList();
    }

    /** Everything that is wrong with the answers, one refusal a field. @param custom by the name of the input */
    @Transactional(readOnly = true)
    public List<Refused> problems(CustomerId me, ProfileAnswers answers, Map<String, String> custom) {
        var kind = customers.findById(me.value()).orElseThrow(NotFound::new).kind();
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> answers.checked(kind));
        problems.addAll(fields.problems(writable(kind), custom));
        return problems;
    }

    /** Replaces the answers; a custom field that the customer may not write stays as it is. @throws Refused for the first of the problems */
    public void answer(CustomerId me, ProfileAnswers answers, Map<String, String> custom) {
        answer(me, answers, custom, ChangeActor.person(me));
    }

    void answer(CustomerId me, ProfileAnswers answers, Map<String, String> custom, ChangeActor by) {
        problems(me, answers, custom).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var row = customers.lock(me.value()).orElseThrow(NotFound::new);
        var before = row.fields();
        row.answer(answers.checked(row.kind()));
        history.compare(me, before, row.fields(), by);
        fields.save(me, row.kind(), custom, field -> field.shownTo() == FieldAudience.CUSTOMER_WRITES, by);
    }

    private List<CustomField> writable(PartyKind kind) {
        return fields.active(kind).stream().filter(field -> field.shownTo() == FieldAudience.CUSTOMER_WRITES).toList();
    }

    /** Whether demographic answers may be used for groups and exports; without it they are left out of both. Kept in the ledger of consents. */
    public void agreeToGroups(CustomerId me, Locale locale, boolean yes) {
        consents.getObject().say(me, GroupAnswers.PURPOSE, locale, "profile", yes);
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
        var customer = customers.lock(me.value()).filter(row -> !row.isCompany()).orElseThrow(NotFound::new);
        var before = customer.fields();
        customer.chooseLanguage(typed.locale(), clock.instant());
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
