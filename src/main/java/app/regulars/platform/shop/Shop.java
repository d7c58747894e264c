package app.regulars.platform.shop;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.persistence.AfterCommit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who the merchant is, as set by the merchant: name, address, logo, currency, time zone, texts. Kept in the table
 * {@code shop_setting}, held in memory, changed only through {@link #set}. What another node changed is seen after at most
 * {@link #LONGEST}.
 */
@Component
public class Shop {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final JdbcTemplate jdbc;
    private final AtomicReference<Map<String, String>> settings = new AtomicReference<>();
    private final AtomicLong readAt = new AtomicLong();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

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

    /** Counts here at once and on every other node within seconds. */
    public void set(String key, String value) {
        jdbc.update("insert into shop_setting (setting_key, setting_value) values (?, ?) on duplicate key update setting_value = values(setting_value)",
                key, value);
        settings.set(null);
        AfterCommit.run(() -> {
            settings.set(null);
            watchers.forEach(Runnable::run);
        });
    }

    /** Runs it after each change, whoever made it, on this node or another. */
    public void onChange(Runnable work) {
        watchers.add(work);
    }

    private Map<String, String> all() {
        var known = settings.get();
        var read = readAt.get();
        var now = System.nanoTime();
        // one of those who ask reads anew; the others take what is known
        if (known != null && (now - read < LONGEST.toNanos() || !readAt.compareAndSet(read, now))) {
            return known;
        }
        Map<String, String> found;
        try {
            found = read();
        } catch (DataAccessException unreachable) {
            if (known != null) {
                return known;
            }
            throw unreachable;
        }
        readAt.set(now);
        settings.set(found);
        if (known != null && !known.equals(found)) {
            watchers.forEach(Runnable::run);
        }
        return found;
    }

    private Map<String, String> read() {
        return Map.copyOf(jdbc.query("select setting_key, setting_value from shop_setting", rows -> {
            var found = new java.util.HashMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        }));
    }
}
