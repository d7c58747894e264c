package app.regulars.account;

import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.NewCustomer;
import app.regulars.platform.security.Proof;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes account and customer of a registration whose address is shown to be the person's own. */
@Component
class AccountOpening {

    private final PendingRegistrationRepository registrations;
    private final AccountRepository accounts;
    private final CustomerDirectory customers;
    private final Entrance entrance;
    private final Openings openings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountOpening(PendingRegistrationRepository registrations, AccountRepository accounts, CustomerDirectory customers, Entrance entrance,
                   Openings openings, ApplicationEventPublisher events, Clock clock) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.customers = customers;
        this.entrance = entrance;
        this.openings = openings;
        this.events = events;
        this.clock = clock;
    }

    /** {@link Confirmation.Welcome} once for an address, {@link Confirmation.Used} ever after. */
    @Transactional
    public Confirmation open(UUID id) {
        var now = clock.instant();
        var registration = registrations.findById(id).orElseThrow();
        var email = registration.email();
        if (registration.isConfirmed() || accounts.findByEmail(email).filter(Account::isOpen).isPresent()) {
            registration.confirm(now);
            return new Confirmation.Used();
        }
        var person = new NewCustomer(registration.name(), registration.company(), null, email, null, registration.locale(), null, now, "registration", null, null, null,
                registration.origin());
        var customer = customers.introduce(person);
        // two links of one address wait for each other at the record; who comes second finds it opened
        var known = accounts.findByEmail(email);
        if (known.filter(Account::isOpen).isPresent()) {
            registration.confirm(now);
            return new Confirmation.Used();
        }
        var account = known.orElseGet(() -> accounts.saveAndFlush(new Account(email, now)));
        account.belongsTo(customer);
        account.choosePassword(registration.passwordHash());
        openings.confirm(account, now);
        registration.confirm(now);
        events.publishEvent(new AddressConfirmed(registration.id(), customer, registration.agreed(), now));
        return new Confirmation.Welcome(entrance.open(account, Proof.MAIL));
    }
}
