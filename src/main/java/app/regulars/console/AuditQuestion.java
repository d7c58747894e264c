package app.regulars.console;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.audit.AuditFilter;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the address asks of the history, for the page and for its file alike. What cannot be read asks for nothing. */
@Component
class AuditQuestion {

    /** The names of the parameters: who, about what (a number), which action, from and until which day, which words. */
    static final List<String> NAMES = List.of("who", "about", "action", "from", "until", "q");
    private static final int LONGEST = 200;

    private final CustomerDirectory customers;
    private final Shop shop;

    AuditQuestion(CustomerDirectory customers, Shop shop) {
        this.customers = customers;
        this.shop = shop;
    }

    AuditFilter filter(Map<String, String> asked) {
        var about = word(asked, "about").toUpperCase(Locale.ROOT);
        var customer = about.matches("C-[0-9]+") ? customers.findByNumber(about).map(card -> card.id()).orElse(new CustomerId(new UUID(0, 0))) : null;
        var label = customer != null || about.isEmpty() ? null : word(asked, "about");
        return new AuditFilter(staff(word(asked, "who")), customer, label, word(asked, "action"), day(word(asked, "from"), 0), day(word(asked, "until"), 1), word(asked, "q"));
    }

    private static String word(Map<String, String> asked, String name) {
        var text = asked.getOrDefault(name, "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static StaffId staff(String text) {
        try {
            return text.isEmpty() ? null : new StaffId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private Instant day(String text, int plus) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text).plusDays(plus).atStartOfDay(shop.zone()).toInstant();
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
