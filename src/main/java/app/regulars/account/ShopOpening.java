package app.regulars.account;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.staff.NewStaff;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the owner of an empty shop in: whoever can read the machine's console gets a link that makes the first manager. It
 * works once; another start replaces it; once somebody works here there is none.
 */
@Service
public class ShopOpening {

    private static final String SECRET = "first-manager";
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private final Registration registration;
    private final Shop shop;
    private final Clock clock;

    ShopOpening(Registration registration, Shop shop, Clock clock) {
        this.registration = registration;
        this.shop = shop;
        this.clock = clock;
    }

    /** What the owner types. */
    public record Form(String shop, String name, String email, String password) {

        @Override
        public String toString() {
            return "the first manager";
        }
    }

    /** The secret of a new link; empty where somebody works already. */
    public Optional<String> invite() {
        if (!registration.isWithoutStaff()) {
            return Optional.empty();
        }
        var secret = Secrets.next();
        shop.set(SECRET, Secrets.hash(secret));
        return Optional.of(secret);
    }

    public boolean isInvited(String secret) {
        return secret != null && secret.length() < 100 && registration.isWithoutStaff()
                && MessageDigest.isEqual(Secrets.hash(secret).getBytes(), shop.get(SECRET, "").getBytes());
    }

    /** What is wrong with the form, by field; empty when it can be taken. */
    public Map<String, Refused> problems(Form form) {
        var found = new LinkedHashMap<String, Refused>();
        check("shop", found, () -> PersonTexts.bounded(PersonTexts.required(form.shop(), "account.first.shop.missing", "shop"), 80, "shop"));
        check("name", found, () -> PersonTexts.name(form.name()));
        check("email", found, () -> EmailAddress.of(form.email()));
        check("password", found, () -> PasswordRules.check(form.password(), form.email(), form.name()));
        return found;
    }

    private static void check(String field, Map<String, Refused> found, Runnable rule) {
        try {
            rule.run();
        } catch (Refused refused) {
            found.put(field, refused);
        }
    }

    /**
     * Makes the first manager and names the shop; the link ends.
     *
     * @throws NotFound for a link that is wrong, old or used
     */
    @Transactional
    public void begin(String secret, Form form) {
        if (!isInvited(secret)) {
            throw new NotFound();
        }
        var problems = problems(form);
        if (!problems.isEmpty()) {
            throw problems.values().iterator().next();
        }
        registration.engage(new NewStaff(form.name(), form.email(), Set.of(Permissions.MANAGER), LANGUAGES, null), form.password(), clock.instant());
        shop.set("name", PersonTexts.clean(form.shop()));
        shop.set(SECRET, "");
    }
}
