package app.regulars.customer;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A person, or a company with the person who speaks for it. New rows come from {@link CustomerRecords}, which takes care of doubles. */
@Entity
@Table(name = "customer")
class Customer {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    private String name;
    private String companyName;
    private String companyKind;
    private String email;
    private String phone;
    private String locale;
    private String source;
    private String preferredChannel;
    private String occupation;
    private String note;
    private String searchText;
    private Instant joinedAt;

    protected Customer() {
    }

    CustomerId id() {
        return new CustomerId(id);
    }

    String name() {
        return name;
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

    /** What a person says at registration, when the address was known from an order or an import. */
    void introduce(String name, String companyName, Locale locale) {
        this.name = PersonTexts.name(name);
        if (companyName != null) {
            this.companyName = PersonTexts.company(companyName);
        }
        this.locale = locale.toLanguageTag();
        index();
    }

    void describeCompany(String companyName) {
        this.companyName = PersonTexts.company(companyName);
        index();
    }

    /** A later import says otherwise: it only counts for a record that an import made. */
    void correct(NewCustomer person) {
        if ("import".equals(source)) {
            describe(person.name(), person.phone(), person.locale());
            if (person.company() != null) {
                describeCompany(person.company());
            }
        }
    }

    /** @param email normalized, and shown to be the person's own */
    void moveTo(String email) {
        this.email = email;
        index();
    }

    private void index() {
        searchText = searchText(number, name, companyName, email, phone);
    }

    CustomerCard card() {
        return new CustomerCard(id(), number, name, companyName, email, phone, Languages.of(locale), joinedAt);
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
