package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: with what a person comes. Whoever tells has asked for her permission, and tells when it ends. */
@Service
@Transactional
public class Browsers {

    private static final int MOST = 12;

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    Browsers(JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** @param browser such as "Firefox, Windows", at most 60 characters; blank says nothing */
    public void used(CustomerId person, String browser) {
        if (browser.isBlank()) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), shop.zone());
        jdbc.update("insert into customer_browser (id, customer_id, browser, first_on, last_on) values (?, ?, ?, ?, ?) on duplicate key update last_on = values(last_on)",
                bytes(Ids.next()), bytes(person.value()), browser, today, today);
    }

    public void forget(CustomerId person) {
        jdbc.update("delete from customer_browser where customer_id = ?", (Object) bytes(person.value()));
    }

    /** @param browser such as "Firefox, Windows" */
    public record Seen(String browser, LocalDate last) {
    }

    /** The latest first, at most 12. */
    @Transactional(readOnly = true)
    public List<Seen> of(CustomerId person) {
        return jdbc.query("select browser, last_on from customer_browser where customer_id = ? order by last_on desc, browser limit ?",
                (row, n) -> new Seen(row.getString(1), row.getObject(2, LocalDate.class)), bytes(person.value()), MOST);
    }
}
