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
 * The language of an account: what she said of herself, else what is laid down for her groups (those of the company she orders for). In which one she
 * came, or a file brought her, says less than her browser.
 */
@Component
class AccountLanguages implements AccountLanguage {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final CurrentUser user;
    private final CustomerDirectory customers;
    private final Arrangements arrangements;
    private final LoadingCache<Reader, Optional<Locale>> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ELSEWHERE).build(this::read);

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
        return user.person().flatMap(person -> user.customer().flatMap(customer -> known.get(new Reader(person, customer))));
    }

    /** In which language the shop would stand before this customer, acting for herself; where her browser would say it, that of letters to her. */
    Locale of(CustomerCard card) {
        return read(new Reader(card.id(), card.id())).orElse(card.locale());
    }

    private Optional<Locale> read(Reader reader) {
        return customers.languageChosen(reader.person()).or(() -> Optional.ofNullable(arrangements.of(reader.customer()).language()));
    }
}
