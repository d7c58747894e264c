package app.regulars.pricing;

import app.regulars.customer.Companies;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Amounts that were given to somebody, each with a code: taken off her own orders, or those of a company that she orders for. */
public abstract class GivenDiscounts implements DiscountSource {

    private final Companies companies;
    private final String code;
    private final Localized label;

    /** @param label the key of what customers read */
    protected GivenDiscounts(String code, String label, Companies companies, Texts texts) {
        this.code = code;
        this.companies = companies;
        this.label = new Localized(texts.get(Languages.ENGLISH, label), texts.get(Languages.FRENCH, label));
    }

    /** @param worth what is left of it */
    public record Given(UUID id, String code, CustomerId owner, Money worth) {
    }

    /** Of which something is left. */
    protected abstract List<Given> open(Collection<String> codes);

    /** Of which something is left. */
    protected abstract List<Given> open(CustomerId owner);

    /** @return false when it cannot be used any more; of two orders at once one gets it */
    protected abstract boolean take(UUID id, UUID order, String number, Money amount, Instant at);

    @Override
    public final String code() {
        return code;
    }

    @Override
    public final List<Offered> offered(Collection<String> codes, CustomerId customer, Instant at) {
        return customer == null ? List.of() : open(codes).stream().filter(given -> isFor(given, customer)).map(this::offer).toList();
    }

    @Override
    public final List<Offered> open(CustomerId customer, Instant at) {
        return open(customer).stream().map(this::offer).toList();
    }

    @Override
    public final boolean use(String typed, CustomerId customer, UUID order, String number, Money amount, Instant at) {
        return open(List.of(typed)).stream().filter(given -> isFor(given, customer)).anyMatch(given -> take(given.id(), order, number, amount, at));
    }

    private Offered offer(Given given) {
        return new Offered(given.code(), given.worth(), label);
    }

    private boolean isFor(Given given, CustomerId customer) {
        return given.owner().equals(customer) || companies.mayOrder(given.owner(), customer);
    }
}
