package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** How somebody signs in. After erasure nobody can any more, and whoever is signed in is not; a member of staff keeps that sign-in. */
@Component
class AccountPersonalData implements PersonalDataSource {

    private static final String ADDRESS = "email = (select c.email from customer c where c.id = :customer)";
    private static final String ACCOUNT = "account_id in (select a.id from account a where a.customer_id = :customer and a.staff_id is null)";

    private final AccountRepository accounts;
    private final SignIns signIns;

    AccountPersonalData(AccountRepository accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @Override
    public String block() {
        return "account.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("account", "customer_id = :customer and staff_id is not null").blanked("null", "customer_id").notInTheArchive(),
                PersonalTable.of("account", "customer_id = :customer and staff_id is null").without("password_hash").deleted(),
                PersonalTable.of("one_time_link", ACCOUNT).deleted().notInTheArchive(),
                PersonalTable.of("registration", ADDRESS).deleted().notInTheArchive(),
                PersonalTable.of("remembered_browser", ACCOUNT).deleted().notInTheArchive(),
                PersonalTable.of("sign_in_session", ACCOUNT).deleted().notInTheArchive(),
                PersonalTable.of("email_change", ACCOUNT).deleted().notInTheArchive(),
                PersonalTable.of("provider_link", ACCOUNT).deleted().notInTheArchive(),
                PersonalTable.of("passkey", ACCOUNT).deleted().notInTheArchive());
    }

    @Override
    public void forget(CustomerId customer) {
        accounts.findByCustomerId(customer).ifPresent(account -> signIns.endAll(account.id(), "/login?closed"));
    }

    @Override
    public int order() {
        return 10;
    }
}
