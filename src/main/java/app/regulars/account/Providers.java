package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other providers of sign-ins (OpenID Connect), by configuration: spring.security.oauth2.client.registration. A provider's word counts
 * for an address only where it says that the address is verified; from then on its own subject counts, whatever becomes of the address.
 */
@Service
public class Providers {

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final AccountRepository accounts;
    private final AccountUsers users;
    private final CustomerDirectory customers;
    private final ApplicationEventPublisher events;
    private final Openings openings;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Providers(ObjectProvider<ClientRegistrationRepository> registrations, AccountRepository accounts, AccountUsers users, CustomerDirectory customers,
              ApplicationEventPublisher events, Openings openings, JdbcTemplate jdbc, Clock clock) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.users = users;
        this.customers = customers;
        this.events = events;
        this.openings = openings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param id stands in the address /oauth2/authorization/{id} @param name as the configuration calls it */
    public record Provider(String id, String name) {
    }

    /** Those that are configured; empty for most shops. */
    public List<Provider> list() {
        return registrations.getIfAvailable() instanceof Iterable<?> all ? StreamSupport.stream(all.spliterator(), false)
                .filter(ClientRegistration.class::isInstance).map(ClientRegistration.class::cast)
                .map(one -> new Provider(one.getRegistrationId(), one.getClientName())).toList() : List.of();
    }

    /** @throws OAuth2AuthenticationException when the provider does not vouch for the address, or the account is closed */
    @Transactional
    public OidcUser user(String provider, OidcUser provided) {
        var subject = Secrets.hash(provider + ":" + provided.getSubject());
        var account = linked(provider, subject).or(() -> link(provider, subject, provided)).filter(Account::isOpen)
                .orElseThrow(() -> new OAuth2AuthenticationException("closed"));
        account.signedIn(clock.instant());
        return users.user(account, Proof.PROVIDER).map(ProvidedUser::new).orElseThrow(() -> new OAuth2AuthenticationException("nobody"));
    }

    private Optional<Account> linked(String provider, String subject) {
        return jdbc.query("select account_id from provider_link where provider = ? and subject_hash = ?", (row, n) -> Columns.uuid(row.getBytes(1)), provider, subject)
                .stream().findFirst().flatMap(accounts::findById);
    }

    private Optional<Account> link(String provider, String subject, OidcUser provided) {
        var email = EmailAddress.parse(provided.getEmail()).filter(address -> Boolean.TRUE.equals(provided.getEmailVerified())).map(EmailAddress::value)
                .orElseThrow(() -> new OAuth2AuthenticationException("unverified"));
        var account = accounts.findByEmail(email).orElseGet(() -> open(email, provided));
        if (account.isClosed()) {
            return Optional.empty();
        }
        openings.confirm(account, clock.instant());
        try {
            jdbc.update("insert into provider_link (provider, subject_hash, account_id, linked_at) values (?, ?, ?, ?)", provider, subject, bytes(account.id()),
                    utc(clock.instant()));
        } catch (DuplicateKeyException linkedInTheSameMoment) {
            throw new OAuth2AuthenticationException("again");
        }
        return Optional.of(account);
    }

    private Account open(String email, OidcUser provided) {
        var now = clock.instant();
        var name = provided.getFullName() == null || provided.getFullName().isBlank() ? email.replaceAll("@.*", "") : provided.getFullName();
        var customer = customers.obtain(email, name.length() > 200 ? name.substring(0, 200) : name, null, null,
                Languages.of(provided.getLocale() == null ? "en" : provided.getLocale()), "registration");
        var account = new Account(email, now);
        account.belongsTo(customer);
        openings.confirm(account, now);
        events.publishEvent(new AddressConfirmed(Ids.next(), customer, List.of(), now));
        return accounts.saveAndFlush(account);
    }
}
