package app.regulars.account;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Roles;
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
    private final StaffRepository staff;

    AccountUsers(AccountRepository accounts, CustomerDirectory customers, StaffRepository staff) {
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
        var member = account.staff() == null ? Optional.<StaffMember>empty()
                : staff.findById(account.staff().value()).filter(StaffMember::isActive);
        var roles = new HashSet<String>();
        customer.ifPresent(person -> roles.add(Roles.CUSTOMER));
        member.ifPresent(person -> {
            roles.add(Roles.STAFF);
            roles.add(person.role().authority());
        });
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        var name = customer.map(CustomerCard::name).or(() -> member.map(StaffMember::name)).orElseThrow();
        return Optional.of(new AccountUser(new SignedIn(account.id(), customer.map(CustomerCard::id).orElse(null),
                member.map(StaffMember::id).orElse(null), name, account.email()), roles));
    }
}
