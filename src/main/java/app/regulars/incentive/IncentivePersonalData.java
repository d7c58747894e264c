package app.regulars.incentive;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was welcomed with a voucher. It stays by a hash, so that nobody is given one twice; it names nobody. */
@Component
class IncentivePersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "incentive.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("welcome_voucher", "customer_id = :customer").without("email_key").notInTheArchive(),
                PersonalTable.of("voucher_use", "voucher_id in (select id from welcome_voucher where customer_id = :customer)").notInTheArchive(),
                PersonalTable.of("voucher_return", "voucher_id in (select id from welcome_voucher where customer_id = :customer)").notInTheArchive(),
                PersonalTable.of("voucher_part", "voucher_id in (select id from welcome_voucher where customer_id = :customer)").notInTheArchive(),
                PersonalTable.of("opened_account", "account_id in (select a.id from account a where a.customer_id = :customer)").deleted().notInTheArchive());
    }

    /** Before the account is gone, by which it is known whose it was. */
    @Override
    public int order() {
        return 200;
    }
}
