package app.regulars.account;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.SecondFactor;
import app.regulars.staff.StaffAccess;
import app.regulars.staff.StaffDirectory;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the principal of an account, with the roles that hold at this moment. */
@Service
@Transactional(readOnly = true)
class AccountUsers implements UserDetailsService {

    private final AccountRepository accounts;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final StaffDirectory staff;
    private final ObjectProvider<SecondFactor> second;
    private final Clock clock;

    AccountUsers(AccountRepository accounts, CustomerDirectory customers, Companies companies, StaffDirectory staff, ObjectProvider<SecondFactor> second, Clock clock) {
        this.companies = companies;
        this.accounts = accounts;
        this.customers = customers;
        this.staff = staff;
        this.second = second;
        this.clock = clock;
    }

    /** For a browser that is remembered. */
    @Override
    public UserDetails loadUserByUsername(String email) {
        return EmailAddress.parse(email).flatMap(address -> accounts.findByEmail(address.value())).filter(Account::isOpen)
                .flatMap(account -> user(account, Proof.REMEMBERED)).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /**
     * Whoever gave this proof; without roles as long as a second one is asked for. Empty for an account that belongs to nobody (any
     * more): a member of staff who left, for instance.
     */
    Optional<AccountUser> user(Account account, Proof proof) {
        var customer = account.customer() == null ? Optional.<CustomerCard>empty() : customers.find(account.customer());
        var member = account.staff() == null ? Optional.<StaffAccess>empty() : staff.access(account.staff());
        var roles = new HashSet<String>();
        customer.ifPresent(person -> roles.add(Roles.CUSTOMER));
        member.ifPresent(person -> roles.addAll(person.roles()));
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        var name = customer.map(CustomerCard::name).or(() -> member.map(StaffAccess::name)).orElseThrow();
        var person = customer.map(CustomerCard::id).orElse(null);
        var who = new SignedIn(account.id(), person == null ? null : companies.actsFor(person), person, member.map(StaffAccess::id).orElse(null), name, account.email());
        return Optional.of(new AccountUser(who, roles, isWaiting(who, proof), proof.isFresh() ? clock.instant() : null));
    }

    private boolean isWaiting(SignedIn who, Proof proof) {
        return proof != Proof.SECOND_FACTOR && second.stream().anyMatch(factor -> factor.isNeeded(who, proof));
    }
}
