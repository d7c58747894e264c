package app.regulars.storefront;

import app.regulars.arranging.Arrangements;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.AccountLanguage;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The language of an account: what she said herself, else what is laid down for her groups (those of the company she orders for), else the one in
 * which she came to us.
 */
@Component
class AccountLanguages implements AccountLanguage {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final CurrentUser user;
    private final CustomerDirectory customers;
    private final Arrangements arrangements;
    private final LoadingCache<Reader, Locale> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ELSEWHERE).build(this::read);

    /** @param customer she, or the company she orders for */
    private record Reader(CustomerId person, CustomerId customer) {
    }

    AccountLanguages(CurrentUser user, CustomerDirectory customers, Arrangements arrangements) {
        this.user = user;
        this.customers = customers;
        this.arrangements = arrangements;
    }

    @Override
    public Optional<Locale> current() {
        return user.person().flatMap(person -> user.customer().map(customer -> known.get(new Reader(person, customer))));
    }

    /** In which language the shop would stand before this customer, signed in and acting for herself. */
    Locale of(CustomerCard card) {
        return read(new Reader(card.id(), card.id()));
    }

    private Locale read(Reader reader) {
        var spoken = customers.language(reader.person());
        if (spoken.chosen()) {
            return spoken.locale();
        }
        var laid = arrangements.of(reader.customer()).language();
        return laid == null ? spoken.locale() : laid;
    }
}
