package app.regulars.customer;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An address a customer uses; at most one is the default. */
@Entity
@Table(name = "customer_address")
class CustomerAddress {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private CustomerId customerId;
    @Column(columnDefinition = "char(64)")
    private String addressKey;
    private boolean isDefault;
    @Embedded
    private PostalAddress address;
    private Instant usedAt;

    protected CustomerAddress() {
    }

    CustomerAddress(CustomerId customer, PostalAddress address, boolean isDefault, Instant at) {
        this.id = Ids.next();
        this.customerId = customer;
        this.isDefault = isDefault;
        change(address, at);
    }

    void change(PostalAddress address, Instant at) {
        this.address = address;
        this.addressKey = key(address);
        this.usedAt = at;
    }

    void becomeDefault(boolean yes) {
        isDefault = yes;
    }

    CustomerId customer() {
        return customerId;
    }

    UUID id() {
        return id;
    }

    boolean isDefault() {
        return isDefault;
    }

    boolean isSame(PostalAddress other) {
        return addressKey.equals(key(other));
    }

    PostalAddress address() {
        return address;
    }

    KnownAddress known() {
        return new KnownAddress(id, address, isDefault);
    }

    /** Equal for what is the same address, however it is written. */
    static String key(PostalAddress address) {
        return Secrets.hash(PersonTexts.plain(String.join("\n", text(address.recipient()), text(address.line1()), text(address.line2()),
                text(address.city()), text(address.province()), text(address.postalCode()), text(address.country()))).replaceAll("[ ,.]+", ""));
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
