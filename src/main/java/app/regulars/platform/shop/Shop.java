package app.regulars.platform.shop;

import app.regulars.platform.i18n.Localized;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who the merchant is, as set by the merchant: name, address, logo, currency, time zone, texts. Kept in the table
 * {@code shop_setting}, held in memory, changed only through {@link #set}.
 */
@Component
public class Shop {

    private final JdbcTemplate jdbc;
    private final AtomicReference<Map<String, String>> settings = new AtomicReference<>();

    Shop(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public String name() {
        return get("name", "Regulars");
    }

    public String legalName() {
        return get("legal-name", name());
    }

    /** The ISO 4217 code in which prices are kept. */
    public String currency() {
        return get("currency", "CAD");
    }

    public ZoneId zone() {
        return ZoneId.of(get("zone", "America/Halifax"));
    }

    /** The prefix of order numbers, such as "HL". */
    public String orderPrefix() {
        return get("order-prefix", "R");
    }

    public String email() {
        return get("email", "shop@localhost");
    }

    /** A setting by name, such as "phone", "tagline", "logo" or "hero-art". */
    public String get(String key, String otherwise) {
        return all().getOrDefault(key, otherwise);
    }

    /** A setting in both languages: the keys "hero-title.en" and "hero-title.fr". */
    public Localized text(String key) {
        return new Localized(get(key + ".en", ""), get(key + ".fr", null));
    }

    public void set(String key, String value) {
        jdbc.update("insert into shop_setting (setting_key, setting_value) values (?, ?) on duplicate key update setting_value = values(setting_value)",
                key, value);
        settings.set(null);
    }

    private Map<String, String> all() {
        var known = settings.get();
        if (known == null) {
            known = Map.copyOf(jdbc.query("select setting_key, setting_value from shop_setting", rows -> {
                var found = new java.util.HashMap<String, String>();
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
                return found;
            }));
            settings.set(known);
        }
        return known;
    }
}
