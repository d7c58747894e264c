package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to taxes: which rates hold where, and who need not pay which, by which certificate. */
@Service
@Transactional
@RolesAllowed(Permissions.PRICES_SEE)
public class TaxDesk {

    private static final int SOON_DAYS = 60;
    private static final int LONGEST = 60;

    private final JdbcTemplate jdbc;
    private final Targets targets;
    private final TaxRates rates;
    private final CustomerDirectory customers;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    TaxDesk(JdbcTemplate jdbc, Targets targets, TaxRates rates, CustomerDirectory customers, AuditTrail audit, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.rates = rates;
        this.customers = customers;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** As typed. @param place the country, or country and province: "CA", "CA-BC", "FR" */
    public record Form(String customer, String place, String code, String certificate, String until) {
    }

    /** As typed. @param rate in percent */
    public record RateForm(String place, String code, String rate, String from) {
    }

    public record Exemption(UUID id, CustomerCard customer, String place, String code, String certificate, LocalDate from, LocalDate until, boolean soon, boolean ended) {
    }

    /** @param rate as a fraction */
    public record Rate(String place, String code, BigDecimal rate, LocalDate from) {
    }

    private record Row(UUID id, CustomerId customer, String place, String code, String certificate, LocalDate from, LocalDate until) {
    }

    /** Those that hold, the ones that end first at the top; then those that ended. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<Exemption> exemptions() {
        var today = today();
        var rows = jdbc.query("select id, customer_id, country, province, code, certificate, valid_from, valid_until from tax_exemption "
                + "order by case when valid_until < ? then 1 else 0 end, valid_until limit 500", (row, n) -> new Row(uuid(row.getBytes(1)), new CustomerId(uuid(row.getBytes(2))),
                place(row.getString(3), row.getString(4)), row.getString(5), row.getString(6), row.getDate(7).toLocalDate(), row.getDate(8).toLocalDate()), Date.valueOf(today));
        var cards = customers.cards(rows.stream().map(Row::customer).distinct().toList());
        return rows.stream().filter(row -> cards.containsKey(row.customer())).map(row -> new Exemption(row.id(), cards.get(row.customer()), row.place(), row.code(), row.certificate(),
                row.from(), row.until(), !row.until().isBefore(today) && row.until().isBefore(today.plusDays(SOON_DAYS)), row.until().isBefore(today))).toList();
    }

    /** Each rate with the day from which it holds, by place. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<Rate> rates() {
        return jdbc.query("select country, province, code, rate, valid_from from tax_rate order by country, province, code, valid_from desc limit 1000",
                (row, n) -> new Rate(place(row.getString(1), row.getString(2)), row.getString(3), row.getBigDecimal(4), row.getDate(5).toLocalDate()));
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(Form form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> targets.customer(form.customer(), "customer"));
        Refused.collect(problems, () -> split(form.place(), "place"));
        Refused.collect(problems, () -> code(form.code(), "code"));
        Refused.collect(problems, () -> Typed.text(form.certificate(), "certificate", LONGEST));
        Refused.collect(problems, () -> {
            var until = Typed.day(form.until(), "until");
            if (until == null || until.isBefore(today())) {
                throw new Refused(until == null ? "pricing.refused.missing" : "pricing.refused.past", "until", Map.of());
            }
        });
        return problems;
    }

    /** @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public UUID exempt(Form form, StaffId by) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var id = Ids.next();
        var customer = targets.customer(form.customer(), "customer");
        var place = split(form.place(), "place");
        var code = code(form.code(), "code");
        var certificate = Typed.text(form.certificate(), "certificate", LONGEST);
        jdbc.update("insert into tax_exemption (id, customer_id, country, province, code, certificate, valid_from, valid_until, staff_id, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(id), bytes(customer.id().value()), place[0], place[1], code, certificate, Date.valueOf(today()), Date.valueOf(Typed.day(form.until(), "until")), bytes(by.value()),
                utc(clock.instant()));
        audit.changed(by, "tax-exemption.added", "tax-exemption", id, Change.of(customer.number()).about(customer.id())
                .to(Change.fields("place", place(place[0], place[1]), "code", code, "certificate", certificate, "until", form.until())));
        return id;
    }

    /** From today on the tax is due again. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void end(UUID id, StaffId by) {
        var before = exemptions().stream().filter(each -> each.id().equals(id) && !each.ended()).findFirst().orElseThrow(NotFound::new);
        var last = today().minusDays(1);
        jdbc.update("update tax_exemption set valid_until = ? where id = ?", Date.valueOf(last), bytes(id));
        audit.changed(by, "tax-exemption.ended", "tax-exemption", id, Change.of(before.customer().number()).about(before.customer().id()).of("until", before.until(), last));
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(RateForm form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> split(form.place(), "ratePlace"));
        Refused.collect(problems, () -> code(form.code(), "rateCode"));
        Refused.collect(problems, () -> rate(form));
        Refused.collect(problems, () -> {
            if (Typed.day(form.from(), "rateFrom") == null) {
                throw new Refused("pricing.refused.missing", "rateFrom", Map.of());
            }
        });
        return problems;
    }

    /** A rate from a day on; the former one stays for the days before. @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void setRate(RateForm form, StaffId by) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var place = split(form.place(), "ratePlace");
        var code = code(form.code(), "rateCode");
        jdbc.update("insert into tax_rate (country, province, code, rate, valid_from) values (?, ?, ?, ?, ?) on duplicate key update rate = values(rate)", place[0], place[1], code,
                rate(form).movePointLeft(2), Date.valueOf(Typed.day(form.from(), "rateFrom")));
        audit.changed(by, "tax-rate.set", "tax-rate", Audience.NOBODY, Change.of(place(place[0], place[1]) + " " + code)
                .to(Change.fields("percent", rate(form), "from", form.from())));
        app.regulars.platform.persistence.AfterCommit.run(rates::forget);
    }

    private static BigDecimal rate(RateForm form) {
        if ("0".equals(form.rate() == null ? "" : form.rate().strip())) {
            return BigDecimal.ZERO;
        }
        var rate = Typed.percent(form.rate(), "rate");
        if (rate == null) {
            throw new Refused("pricing.refused.missing", "rate", Map.of());
        }
        return rate;
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }

    private static String place(String country, String province) {
        return province.isEmpty() ? country : country + "-" + province;
    }

    private static String[] split(String typed, String field) {
        var text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (!text.matches("[A-Z]{2}(-[A-Z0-9]{1,10})?")) {
            throw new Refused("pricing.refused.place", field, Map.of());
        }
        return text.length() == 2 ? new String[] {text, ""} : new String[] {text.substring(0, 2), text.substring(3)};
    }

    private static String code(String typed, String field) {
        var code = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-ZÀ-Ü0-9]{2,10}")) {
            throw new Refused("pricing.refused.tax-code", field, Map.of());
        }
        return code;
    }
}
