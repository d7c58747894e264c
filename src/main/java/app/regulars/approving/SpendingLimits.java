package app.regulars.approving;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.ordering.Purchases;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of limits; a person's own comes before that of all. */
@Component
class SpendingLimits {

    private static final String ALL = "*";

    private final JdbcTemplate jdbc;
    private final Purchases purchases;
    private final Shop shop;
    private final Clock clock;

    SpendingLimits(JdbcTemplate jdbc, Purchases purchases, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.purchases = purchases;
        this.shop = shop;
        this.clock = clock;
    }

    List<SpendingLimit> of(CustomerId company) {
        return jdbc.query("select * from spending_limit where company_id = ? and currency = ? order by person_key", (row, n) -> limit(row), bytes(company.value()), shop.currency());
    }

    /**
     * The limit that holds for a person. Whoever asks second waits for the first: two orders at once count together.
     */
    SpendingLimit holding(CustomerId company, CustomerId person) {
        var found = jdbc.query("select * from spending_limit where company_id = ? and currency = ? and person_key in (?, ?) order by person_key for update",
                (row, n) -> limit(row), bytes(company.value()), shop.currency(), ALL, person.toString());
        return found.stream().filter(each -> each.person() != null).findFirst().or(() -> found.stream().findFirst()).orElse(SpendingLimit.NONE);
    }

    /** What a person ordered for the company in this calendar month. */
    Money spent(CustomerId company, CustomerId person) {
        return Money.of(purchases.spent(company, person, shop.currency(), monthBegan()), shop.currency());
    }

    private Instant monthBegan() {
        return clock.instant().atZone(shop.zone()).toLocalDate().withDayOfMonth(1).atStartOfDay(shop.zone()).toInstant();
    }

    /** Two empty amounts take the limit away. */
    void set(CustomerId company, SpendingLimit limit, CustomerId by) {
        var key = limit.person() == null ? ALL : limit.person().toString();
        jdbc.update("delete from spending_limit where company_id = ? and person_key = ?", bytes(company.value()), key);
        if (limit.perOrder() != null || limit.perMonth() != null) {
            jdbc.update("insert into spending_limit (id, company_id, person_key, currency, per_order, per_month, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    bytes(Ids.next()), bytes(company.value()), key, shop.currency(), amount(limit.perOrder()), amount(limit.perMonth()), utc(clock.instant()), bytes(by.value()));
        }
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private static SpendingLimit limit(ResultSet row) throws SQLException {
        var key = row.getString("person_key");
        return new SpendingLimit(ALL.equals(key) ? null : new CustomerId(UUID.fromString(key)), money(row, "per_order"), money(row, "per_month"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : Money.of(amount, row.getString("currency"));
    }
}
