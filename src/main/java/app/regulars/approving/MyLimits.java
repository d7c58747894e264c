package app.regulars.approving;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.MemberRole;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to a company's limits; only its administrators. */
@Service
@Transactional
public class MyLimits {

    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    private final SpendingLimits limits;
    private final Companies companies;
    private final Shop shop;

    MyLimits(SpendingLimits limits, Companies companies, Shop shop) {
        this.limits = limits;
        this.companies = companies;
        this.shop = shop;
    }

    /**
     * A buyer, or all of them.
     *
     * @param person null for all who have no limit of their own
     * @param spent  in this month so far; null for all
     */
    public record Row(CustomerId person, String name, String email, SpendingLimit limit, Money spent) {

        @Override
        public String toString() {
            return "a limit";
        }
    }

    /** First the one of all, then each buyer. @throws NotFound for everybody but administrators */
    @Transactional(readOnly = true)
    public List<Row> show(CustomerId person, CustomerId company) {
        administers(person, company);
        var all = limits.of(company);
        var rows = new ArrayList<Row>();
        rows.add(new Row(null, "", "", all.stream().filter(each -> each.person() == null).findFirst().orElse(SpendingLimit.NONE), null));
        for (CustomerCard buyer : companies.people(company, Set.of(MemberRole.BUYER))) {
            rows.add(new Row(buyer.id(), buyer.name(), buyer.email(), all.stream().filter(each -> buyer.id().equals(each.person())).findFirst().orElse(SpendingLimit.NONE),
                    limits.spent(company, buyer.id())));
        }
        return rows;
    }

    /**
     * @param whom     a buyer of the company, or null for all
     * @param perOrder as typed; blank for no bound, and so is {@code perMonth}
     * @throws Refused beside the field that is no amount
     */
    public void set(CustomerId person, CustomerId company, CustomerId whom, String perOrder, String perMonth) {
        administers(person, company);
        if (whom != null && companies.role(whom, company).isEmpty()) {
            throw new NotFound();
        }
        limits.set(company, new SpendingLimit(whom, amount(perOrder, "perOrder"), amount(perMonth, "perMonth")), person);
    }

    private void administers(CustomerId person, CustomerId company) {
        if (companies.role(person, company).orElse(null) != MemberRole.ADMINISTRATOR) {
            throw new NotFound();
        }
    }

    private Money amount(String typed, String field) {
        var text = typed == null ? "" : typed.replaceAll("[\\s\u00a0\u202f$]", "").replaceAll(",(?=\\d{1,2}$)", ".").replace(",", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}(\\.\\d{1,2})?") || new BigDecimal(text).compareTo(MOST) > 0) {
            throw new Refused("approving.limit.broken", field, Map.of());
        }
        return Money.of(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY), shop.currency());
    }
}
