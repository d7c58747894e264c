package app.regulars.merchant;

import app.regulars.platform.shop.Shop;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The plain entrance for other modules: which version of a page is in force. */
@Component
public class MerchantPages {

    private final JdbcTemplate jdbc;
    private final Shop shop;

    MerchantPages(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    /** Counted from 1; a text from before versions were kept is the first. Nothing for a page that is empty or not there. */
    public Optional<Integer> version(String page) {
        if (shop.get(page + ".en", "").isBlank()) {
            return Optional.empty();
        }
        var latest = jdbc.queryForObject("select max(version) from merchant_page_version where page = ?", Integer.class, page);
        return Optional.of(latest == null ? 1 : latest);
    }
}
