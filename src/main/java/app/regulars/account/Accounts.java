package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: who can sign in. */
@Service
@Transactional(readOnly = true)
public class Accounts {

    private final AccountRepository accounts;
    private final SignIns signIns;

    Accounts(AccountRepository accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    public SignInState of(CustomerId customer) {
        var account = accounts.findByCustomerId(customer);
        return new SignInState(account.filter(Account::isOpen).isPresent(), account.map(Account::lastSignInAt).orElse(null));
    }

    /** Ends the sessions of the customer's account, because what she may see is another's record now; the browser comes back by itself where it was kept signed in. */
    @Transactional
    public void startAnew(CustomerId customer) {
        accounts.findByCustomerId(customer).ifPresent(account -> signIns.endSessions(account.id()));
    }

    /** Those of them who have an account; one statement. */
    public Set<CustomerId> whoHaveOne(Collection<CustomerId> customers) {
        return customers.isEmpty() ? Set.of() : accounts.findByCustomerIdIn(customers).stream().map(Account::customer).collect(Collectors.toSet());
    }
}
