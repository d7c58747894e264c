package app.regulars.customer;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.PhoneNumbers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A person, or a company. Of a company, name, contact address and phone are those of the person it is written to. New people come
 * from {@link CustomerRecords}, which takes care of doubles, new companies from {@link CompanyFounding}.
 */
@Entity
@Table(name = "customer")
class Customer {

    @Id
    private UUID id;
    @Version
    private Integer version;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private PartyKind kind;
    private String number;
    private String name;
    private String companyName;
    private String companyKind;
    private String email;
    private String contactEmail;
    private String phone;
    private String phoneTail;
    private String taxNumber;
    private Integer paymentDays;
    private CustomerId actingFor;
    private CustomerId mergedInto;
    private String stage;
    private String sizeBand;
    private String activity;
    private String need;
    private String needText;
    private Instant demographicsAt;
    private String locale;
    private Instant localeChosenAt;
    private String source;
    private String preferredChannel;
    private String occupation;
    private String note;
    private String searchText;
    private Instant joinedAt;

    protected Customer() {
    }

    /** A company, with the person who speaks for it. */
    Customer(String number, String companyName, String companyKind, Customer contact, String source, String stage, Instant at) {
        this.id = Ids.next();
        this.kind = PartyKind.COMPANY;
        this.number = number;
        this.companyName = companyName;
        this.companyKind = companyKind;
        this.locale = contact.locale;
        this.source = source;
        this.stage = stage;
        this.joinedAt = at;
        writeTo(contact);
    }

    /** Turns a record that was kept as one into the company; the person's own record is the answer, to be saved after this one. */
    Customer partFromCompany(String number) {
        var person = new Customer();
        person.id = Ids.next();
        person.kind = PartyKind.PERSON;
        person.number = number;
        person.name = name;
        person.email = email;
        person.phone = phone;
        person.locale = locale;
        person.source = source;
        person.preferredChannel = preferredChannel;
        person.occupation = occupation;
        person.stage = stage;
        person.joinedAt = joinedAt;
        person.index();
        kind = PartyKind.COMPANY;
        contactEmail = email;
        email = null;
        occupation = null;
        index();
        return person;
    }

    /** From now on this person is whom letters to the company go to. */
    final void writeTo(Customer contact) {
        name = contact.name;
        contactEmail = contact.email;
        phone = contact.phone;
        index();
    }

    CustomerId id() {
        return new CustomerId(id);
    }

    /** The record that counts in place of this one; null when this one counts. */
    CustomerId mergedInto() {
        return mergedInto;
    }

    /** Is the same as another: whatever leads here leads there from now on. */
    void leadTo(CustomerId other) {
        this.mergedInto = other;
    }

    String name() {
        return name;
    }

    PartyKind kind() {
        return kind;
    }

    boolean isCompany() {
        return kind == PartyKind.COMPANY;
    }

    String number() {
        return number;
    }

    String companyName() {
        return companyName;
    }

    String contactEmail() {
        return contactEmail;
    }

    String taxNumber() {
        return taxNumber;
    }

    Integer paymentDays() {
        return paymentDays;
    }

    String stage() {
        return stage;
    }

    Locale locale() {
        return Languages.of(locale);
    }

    CustomerId actingFor() {
        return actingFor;
    }

    void reach(String stage) {
        this.stage = stage;
    }

    /** @param whom null for herself */
    void actFor(CustomerId whom) {
        actingFor = whom;
    }

    String source() {
        return source;
    }

    String email() {
        return email;
    }

    /** What the person says of herself. */
    void describe(String name, String phone, Locale locale) {
        this.name = PersonTexts.name(name);
        this.phone = PersonTexts.phone(phone);
        this.locale = locale.toLanguageTag();
        index();
    }

    /** She says which language she reads, where until now we only knew in which one she came; to say the same again says nothing. */
    void chooseLanguage(Locale chosen, Instant at) {
        localeChosenAt = chosen.equals(locale()) ? localeChosenAt : at;
    }

    Optional<Locale> languageChosen() {
        return localeChosenAt == null ? Optional.empty() : Optional.of(locale());
    }

    /** What a person says at registration, when the address was known from an order or an import. */
    void introduce(String name, Locale locale) {
        this.name = PersonTexts.name(name);
        this.locale = locale.toLanguageTag();
        index();
    }

    /** What an administrator says of the company; null leaves a text empty. */
    void describeCompany(String companyName, String companyKind, String taxNumber, Locale locale) {
        this.companyName = companyName;
        this.companyKind = companyKind;
        this.taxNumber = taxNumber;
        this.locale = locale.toLanguageTag();
        index();
    }

    /** What the customer says of herself, or staff heard; everything is replaced. */
    void answer(ProfileAnswers answers) {
        sizeBand = answers.size();
        activity = answers.activity();
        need = answers.need();
        needText = answers.needText();
        preferredChannel = answers.channel();
        occupation = answers.occupation();
    }

    ProfileAnswers answers() {
        return new ProfileAnswers(sizeBand, activity, need, needText, preferredChannel, occupation);
    }

    /** @param days until an invoice is due, or null for the shop's own term */
    void grant(Integer days) {
        paymentDays = days;
    }

    /** @param at null when it is taken back */
    void agreeToGroups(Instant at) {
        demographicsAt = at;
    }

    Instant demographicsAt() {
        return demographicsAt;
    }

    void describeNote(String note) {
        this.note = note;
    }

    /**
     * Takes from another record of the same person what this one does not say.
     *
     * @return the codes of the {@link Detail details} that were taken
     */
    List<String> fillFrom(Customer other) {
        var taken = Stream.of(Detail.values()).filter(detail -> detail.read.apply(this) == null && detail.read.apply(other) != null).toList();
        taken.forEach(detail -> detail.write.accept(this, detail.read.apply(other)));
        index();
        return taken.stream().map(Enum::name).toList();
    }

    /** Gives up what was taken from the other record, where it still reads the same. */
    void giveBack(List<String> codes, Customer other) {
        Stream.of(Detail.values()).filter(detail -> codes.contains(detail.name()) && Objects.equals(detail.read.apply(this), detail.read.apply(other)))
                .forEach(detail -> detail.write.accept(this, null));
        index();
    }

    /** What one record may say and another of the same person may not. */
    private enum Detail {
        PHONE(it -> it.phone, (it, text) -> it.phone = text), CHANNEL(it -> it.preferredChannel, (it, text) -> it.preferredChannel = text),
        OCCUPATION(it -> it.occupation, (it, text) -> it.occupation = text), SIZE(it -> it.sizeBand, (it, text) -> it.sizeBand = text),
        ACTIVITY(it -> it.activity, (it, text) -> it.activity = text), NEED(it -> it.need, (it, text) -> it.need = text),
        NEED_TEXT(it -> it.needText, (it, text) -> it.needText = text), KIND(it -> it.companyKind, (it, text) -> it.companyKind = text),
        TAX_NUMBER(it -> it.taxNumber, (it, text) -> it.taxNumber = text), NOTE(it -> it.note, (it, text) -> it.note = text);

        private final Function<Customer, String> read;
        private final BiConsumer<Customer, String> write;

        Detail(Function<Customer, String> read, BiConsumer<Customer, String> write) {
            this.read = read;
            this.write = write;
        }
    }

    /** Every field that is kept in the history, by its code. */
    Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        fields.put("name", name);
        fields.put("company", companyName);
        fields.put("company-kind", companyKind);
        fields.put("email", email == null ? contactEmail : email);
        fields.put("phone", phone);
        fields.put("language", Languages.code(Languages.of(locale)));
        fields.put("channel", preferredChannel);
        fields.put("occupation", occupation);
        fields.put("note", note);
        fields.put("tax-number", taxNumber);
        fields.put("payment-days", paymentDays == null ? null : paymentDays.toString());
        fields.put("size", sizeBand);
        fields.put("activity", activity);
        fields.put("need", need);
        fields.put("need-text", needText);
        return fields;
    }

    /** A later import says otherwise: it only counts for a record that an import made. */
    void correct(NewCustomer person) {
        if ("import".equals(source)) {
            describe(person.name(), person.phone(), person.locale());
        }
    }

    /** @param email normalized, and shown to be the person's own */
    void moveTo(String email) {
        this.email = email;
        index();
    }

    private void index() {
        phoneTail = PhoneNumbers.tail(phone);
        searchText = searchText(number, name, companyName, email == null ? contactEmail : email, phone);
    }

    CustomerCard card() {
        return new CustomerCard(id(), number, name, companyName, email == null ? contactEmail : email, phone, Languages.of(locale), joinedAt, kind);
    }

    CustomerProfile profile() {
        return new CustomerProfile(card(), companyKind, source, preferredChannel, occupation, note);
    }

    /** What staff find a customer by: lower case, without accents, at most 900 characters. */
    static String searchText(String... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part != null) {
                text.append(PersonTexts.plain(part)).append(' ');
            }
        }
        return text.length() > 900 ? text.substring(0, 900) : text.toString();
    }
}
