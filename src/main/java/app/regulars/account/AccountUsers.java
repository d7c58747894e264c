package app.regulars.account;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Roles;
import app.regulars.staff.StaffAccess;
import app.regulars.staff.StaffDirectory;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the principal of an account, with the roles that hold at this moment. */
@Service
@Transactional(readOnly = true)
class AccountUsers implements UserDetailsService {

    private final AccountRepository accounts;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;

    AccountUsers(AccountRepository accounts, CustomerDirectory customers, StaffDirectory staff) {
        this.accounts = accounts;
        this.customers = customers;
        this.staff = staff;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return EmailAddress.parse(email).flatMap(address -> accounts.findByEmail(address.value())).filter(Account::isOpen)
                .flatMap(this::user).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Empty for an account that belongs to nobody (any more): a member of staff who left, for instance. */
    Optional<AccountUser> user(Account account) {
        var customer = account.customer() == null ? Optional.<CustomerCard>empty() : customers.find(account.customer());
        var member = account.staff() == null ? Optional.<StaffAccess>empty() : staff.access(account.staff());
        var roles = new HashSet<String>();
        customer.ifPresent(person -> roles.add(Roles.CUSTOMER));
        member.ifPresent(person -> roles.addAll(person.roles()));
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        var name = customer.map(CustomerCard::name).or(() -> member.map(StaffAccess::name)).orElseThrow();
        return Optional.of(new AccountUser(new SignedIn(account.id(), customer.map(CustomerCard::id).orElse(null),
                member.map(StaffAccess::id).orElse(null), name, account.email()), roles));
    }
}
