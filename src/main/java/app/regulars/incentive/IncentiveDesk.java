package app.regulars.incentive;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what is offered, how many registered with and without, and the vouchers that are taken off orders by hand. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_SETUP)
public class IncentiveDesk {

    private static final int MONTHS = 12;
    private static final int LONGEST_TEXT = 300;
    private static final BigDecimal MOST = new BigDecimal("1000");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,4}([.,]\\d{1,2})?");
    private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9/_.-]{1,30}");

    private final Rules rules;
    private final VoucherBook book;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    IncentiveDesk(Rules rules, VoucherBook book, AuditTrail audit, Shop shop, Clock clock) {
        this.rules = rules;
        this.book = book;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional(readOnly = true)
    public Incentive current() {
        return rules.at(clock.instant());
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public List<Refused> problems(IncentiveForm typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> worth(typed.amount()));
        Refused.collect(problems, () -> text(typed.textEn(), "textEn"));
        Refused.collect(problems, () -> text(typed.textFr(), "textFr"));
        return problems;
    }

    /** Counts for accounts that are opened from now on. @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void change(IncentiveForm typed, StaffId by) {
        var now = clock.instant();
        var before = rules.at(now);
        var next = new Incentive(typed.on(), worth(typed.amount()), new Localized(text(typed.textEn(), "textEn"), text(typed.textFr(), "textFr")));
        var id = rules.add(next, by, now);
        audit.changed(by, "incentive.changed", "incentive", id, Change.of("incentive").from(fields(before)).to(fields(next)));
    }

    private static Map<String, Object> fields(Incentive rule) {
        return Map.of("on", rule.on(), "worth", rule.worth().toString(), "textEn", String.valueOf(rule.text().en()), "textFr", String.valueOf(rule.text().fr()));
    }

    /** The last twelve months where the shop is, the newest first. */
    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional(readOnly = true)
    public List<MonthOfRegistrations> report() {
        var month = YearMonth.from(clock.instant().atZone(shop.zone()));
        return book.counts(IntStream.range(0, MONTHS).mapToObj(month::minusMonths).toList(), shop.zone());
    }

    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<Voucher> ofCustomer(CustomerId customer) {
        return book.of(customer);
    }

    /**
     * A voucher was taken off an order by hand; it counts once.
     *
     * @param order the number of the order
     * @throws Refused when it was used before, or the number is none
     */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void use(CustomerId customer, String code, String order, StaffId by) {
        var voucher = book.find(customer, code).orElseThrow(NotFound::new);
        var number = order == null ? "" : order.strip();
        if (!ORDER.matcher(number).matches()) {
            throw new Refused("incentive.use.order");
        }
        if (!book.use(voucher, number, by, clock.instant())) {
            throw new Refused("incentive.use.before");
        }
        audit.changed(by, "voucher.used", "voucher", voucher, Change.of(number).about(customer));
    }

    private Money worth(String typed) {
        var amount = typed == null ? "" : typed.strip();
        if (!AMOUNT.matcher(amount).matches()) {
            throw new Refused("incentive.amount.wrong", "amount", Map.of());
        }
        var worth = new BigDecimal(amount.replace(',', '.'));
        if (worth.signum() == 0 || worth.compareTo(MOST) > 0) {
            throw new Refused("incentive.amount.wrong", "amount", Map.of());
        }
        return Money.of(worth, shop.currency());
    }

    private static String text(String typed, String field) {
        var text = PersonTexts.clean(typed);
        if (text == null || text.isBlank()) {
            throw new Refused("incentive.text.missing", field, Map.of());
        }
        return PersonTexts.bounded(text, LONGEST_TEXT, field);
    }
}
