package app.regulars.account;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import java.time.Instant;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts whose addresses are known to be right: for the demonstration shop and the first start of an empty one. */
@Service
@Transactional
public class Registration {

    private final AccountRepository accounts;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final PasswordEncoder encoder;

    Registration(AccountRepository accounts, CustomerDirectory customers, StaffDirectory staff, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.customers = customers;
        this.staff = staff;
        this.encoder = encoder;
    }

    /** Lets a customer sign in with this password from this moment on; a customer who already can keeps the old one. */
    public void openAccount(CustomerId customer, String password, Instant at) {
        var email = customers.find(customer).orElseThrow().email();
        var account = accounts.findByEmail(email).orElseGet(() -> accounts.save(new Account(email, at)));
        account.belongsTo(customer);
        open(account, password, at);
    }

    /** Makes a member of staff, or answers the one of this address; with a password the person can sign in at once. */
    public StaffId engage(NewStaff person, String password, Instant at) {
        var email = EmailAddress.of(person.email()).value();
        var member = staff.engage(person, at);
        var account = accounts.findByEmail(email).orElseGet(() -> accounts.save(new Account(email, at)));
        account.belongsTo(member);
        if (password != null) {
            open(account, password, at);
        }
        return member;
    }

    /** Whether nobody works here yet. */
    @Transactional(readOnly = true)
    public boolean isWithoutStaff() {
        return staff.isEmpty();
    }

    private void open(Account account, String password, Instant at) {
        account.confirm(at);
        if (account.passwordHash() == null) {
            account.choosePassword(encoder.encode(password));
        }
    }
}
