package app.regulars.platform.address;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Where something is sent. Provinces are ISO 3166-2 codes without the country ("PE"); countries ISO 3166-1 alpha-2.
 *
 * @param recipient  who receives, as written on the parcel
 * @param line2      apartment, floor or company; may be null
 * @param postalCode upper case, Canadian ones as "C1A 0H7"
 */
@Embeddable
public record PostalAddress(@Column(name = "recipient", length = 200) String recipient, @Column(name = "line1", length = 200) String line1,
                            @Column(name = "line2", length = 200) String line2, @Column(name = "city", length = 120) String city,
                            @Column(name = "province", length = 10) String province,
                            @Column(name = "postal_code", length = 20) String postalCode,
                            @Column(name = "country", length = 2) String country) implements Serializable {

    /** Says nothing about the person, so that it may stand in a log. */
    @Override
    public String toString() {
        return "address in " + province + ", " + country;
    }
}
