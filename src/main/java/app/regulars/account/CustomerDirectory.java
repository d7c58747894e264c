package app.regulars.account;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plain entrance for other modules: who a customer is. */
@Service
public class CustomerDirectory {

    public Optional<CustomerCard> find(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    /** One statement, whatever the number. */
    public Map<CustomerId, CustomerCard> cards(Collection<CustomerId> ids) {
        throw new UnsupportedOperationException();
    }

    /** @param email any case */
    public Optional<CustomerCard> findByEmail(String email) {
        throw new UnsupportedOperationException();
    }

    /** The customer's addresses, the default one first. */
    public List<PostalAddress> addresses(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    /** Keeps an address that was used; the same one again changes nothing. The first becomes the default. */
    public void rememberAddress(CustomerId id, PostalAddress address) {
        throw new UnsupportedOperationException();
    }

    /**
     * The customer of an address, made if there is none: for guests, imports and staff. Proves nothing about who is asking.
     *
     * @param source where the record comes from ("guest-checkout", "import", "staff")
     */
    public CustomerId obtain(String email, String name, String company, String phone, Locale locale, String source) {
        throw new UnsupportedOperationException();
    }
}
