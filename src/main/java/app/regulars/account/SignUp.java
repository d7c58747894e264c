package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The visitors' door to an account. Whatever the address, the answer is the same and costs the same; what is different is
 * the mail. An account and its customer come into being only when the address is confirmed.
 */
@Service
public class SignUp {

    private static final int MOST_CHOICES = 20;
    private static final int ATTEMPTS = 4;

    private final PendingRegistrationRepository registrations;
    private final AccountRepository accounts;
    private final AccountOpening opening;
    private final Limits limits;
    private final AccountMails mails;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUp(PendingRegistrationRepository registrations, AccountRepository accounts, AccountOpening opening, Limits limits, AccountMails mails,
           PasswordEncoder encoder, TransactionTemplate transaction, Clock clock) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.opening = opening;
        this.limits = limits;
        this.mails = mails;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything that is wrong with the form, one refusal a field; empty when it can be sent. */
    public List<Refused> problems(NewAccount typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(typed.name()));
        Refused.collect(problems, () -> EmailAddress.of(typed.email()));
        Refused.collect(problems, () -> PasswordRules.check(typed.password(), EmailAddress.parse(typed.email()).map(EmailAddress::value).orElse(null), typed.name()));
        Refused.collect(problems, () -> PersonTexts.company(typed.company()));
        return problems;
    }

    /**
     * Takes the form and mails the link, or a word that there is an account already.
     *
     * @return by what this browser may later show that it filled in the form
     * @throws Refused for the first of the {@link #problems}
     */
    public UUID register(NewAccount typed) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        if (typed.agreed().size() > MOST_CHOICES || !typed.agreed().stream().allMatch(choice -> choice.matches("[0-9a-f-]{36}"))) {
            throw new Refused("account.register.choices");
        }
        var email = EmailAddress.of(typed.email()).value();
        var hash = encoder.encode(typed.password());
        var token = Secrets.next();
        var registration = new PendingRegistration(typed, hash, token, clock.instant());
        if (!limits.mayMail("registration", email)) {
            return registration.id();
        }
        transaction.executeWithoutResult(status -> {
            var known = accounts.findByEmail(email).filter(Account::isOpen);
            if (known.isPresent()) {
                mails.alreadyRegistered(email, typed.locale(), known.get().customer());
            } else {
                registrations.save(registration);
                mails.confirm(email, typed.locale(), token);
            }
        });
        return registration.id();
    }

    /**
     * Opens the account when the link is right and it is the same person: shown by the browser that filled in the form, or by
     * the password that was chosen there.
     *
     * @param password null when none was typed yet
     * @param here     whether a registration was filled in by this browser
     * @throws Refused beside the field "password" when it is not the one
     */
    public Confirmation confirm(String token, String password, Predicate<UUID> here) {
        var found = registrations.findByTokenHash(Secrets.hash(token == null ? "" : token));
        if (found.isEmpty()) {
            return new Confirmation.Unknown();
        }
        var registration = found.get();
        if (registration.isConfirmed()) {
            return new Confirmation.Used();
        }
        if (registration.isExpired(clock.instant())) {
            return new Confirmation.Expired();
        }
        if (!here.test(registration.id())) {
            if (password == null) {
                return new Confirmation.PasswordNeeded();
            }
            checkPassword(registration, password);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> opening.open(registration.id()));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException confirmedInTheSameMoment) {
                if (attempt == ATTEMPTS) {
                    throw confirmedInTheSameMoment;
                }
            }
        }
    }

    private void checkPassword(PendingRegistration registration, String password) {
        var subject = registration.id().toString();
        limits.guess(Limits.CONFIRMATION, subject, "password");
        if (password.length() > PasswordRules.LONGEST * 4 || !encoder.matches(password, registration.passwordHash())) {
            throw new Refused("account.confirm.password.wrong", "password", java.util.Map.of());
        }
        limits.right(Limits.CONFIRMATION, subject);
    }

    /** Mails a new link for a registration whose link has run out; says nothing about whether there was one. */
    public void renew(String oldToken) {
        var email = registrations.findByTokenHash(Secrets.hash(oldToken)).filter(registration -> !registration.isConfirmed()).map(PendingRegistration::email);
        if (email.isEmpty() || !limits.mayMail("registration", email.get())) {
            return;
        }
        transaction.executeWithoutResult(status -> registrations.findByTokenHash(Secrets.hash(oldToken)).ifPresent(registration -> {
            var token = Secrets.next();
            registration.renew(token, clock.instant());
            mails.confirm(registration.email(), registration.locale(), token);
        }));
    }
}
