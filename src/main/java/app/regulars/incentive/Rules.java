package app.regulars.incentive;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was offered when: a change is a new line, so that an account gets what was offered at the moment it was opened. */
@Component
class Rules {

    private final JdbcTemplate jdbc;
    private final Shop shop;

    Rules(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    /** Nothing is offered until staff say so. */
    Incentive at(Instant moment) {
        return jdbc.query("select switched_on, amount, currency, text_en, text_fr from incentive_rule where valid_from <= ? order by valid_from desc, id desc limit 1",
                (row, n) -> new Incentive(row.getBoolean(1), Money.of(row.getBigDecimal(2), row.getString(3)), new Localized(row.getString(4), row.getString(5))),
                utc(moment)).stream().findFirst().orElseGet(() -> new Incentive(false, Money.zero(shop.currency()), new Localized("", "")));
    }

    UUID add(Incentive rule, StaffId by, Instant at) {
        var id = Ids.next();
        jdbc.update("insert into incentive_rule (id, valid_from, switched_on, amount, currency, text_en, text_fr, staff_id) values (?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(id), utc(at), rule.on(), rule.worth().amount(), rule.worth().currency(), rule.text().en(), rule.text().fr(), bytes(by.value()));
        return id;
    }
}
