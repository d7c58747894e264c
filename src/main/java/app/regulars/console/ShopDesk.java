package app.regulars.console;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Orders;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to who the shop is: what stands on every page, in every letter and on every order. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_SETUP)
public class ShopDesk {

    /** The signs that every shop can choose from; pictures under /art/signs. */
    public static final List<String> SIGNS = List.of("bag", "leaf", "cup", "book", "house", "spark");
    /** The zones of Canada, from east to west. */
    public static final List<String> ZONES = List.of("America/St_Johns", "America/Halifax", "America/Toronto", "America/Winnipeg", "America/Regina", "America/Edmonton",
            "America/Vancouver", "America/Whitehorse");
    public static final List<String> CURRENCIES = List.of("CAD", "USD", "EUR", "GBP");
    /** A sign that is none of ours stays as it is. */
    public static final String KEEP = "keep";

    private static final int MOST_DAYS = 90;
    private static final int MOST_LINK_DAYS = 365;
    private static final UUID ID = UUID.nameUUIDFromBytes("shop".getBytes(StandardCharsets.UTF_8));
    private static final String SIGN = "/art/signs/%s.svg";
    private static final Map<String, String> SETTINGS = settings();
    private static final Map<String, Integer> LONGEST = Map.ofEntries(Map.entry("taxNumber", 60), Map.entry("bankAccount", 60), Map.entry("name", 80), Map.entry("legalName", 120), Map.entry("taglineEn", 160), Map.entry("taglineFr", 160), Map.entry("hoursEn", 160), Map.entry("hoursFr", 160),
            Map.entry("announcementEn", 200), Map.entry("announcementFr", 200));
    /** What a number means otherwise: an inquiry, a customer. */
    private static final List<String> TAKEN_PREFIXES = List.of("INQ", "C");

    private final Shop shop;
    private final CustomerDirectory customers;
    private final Orders orders;
    private final Catalog catalog;
    private final AuditTrail audit;

    ShopDesk(Shop shop, CustomerDirectory customers, Orders orders, Catalog catalog, AuditTrail audit) {
        this.shop = shop;
        this.customers = customers;
        this.orders = orders;
        this.catalog = catalog;
        this.audit = audit;
    }

    private static Map<String, String> settings() {
        var names = new LinkedHashMap<String, String>(Map.of("name", "name", "legalName", "legal-name", "line1", "address-line1", "city", "address-city",
                "province", "address-province", "postalCode", "address-postal-code", "email", "email", "phone", "phone", "zone", "zone", "currency", "currency"));
        names.put("country", "address-country");
        names.put("prefix", "order-prefix");
        names.put("taxNumber", "tax-number");
        names.put("bankAccount", "bank-account");
        names.put("unpaidDays", "unpaid-days");
        names.put("unpaidReminder", "unpaid-reminder-days");
        names.put("linkDays", "link-days");
        Stream.of("tagline", "hours", "announcement").forEach(text -> {
            names.put(text + "En", text + ".en");
            names.put(text + "Fr", text + ".fr");
        });
        return names;
    }

    @Transactional(readOnly = true)
    public ShopForm current() {
        var values = new HashMap<String, String>();
        SETTINGS.forEach((field, setting) -> values.put(field, shop.get(setting, "")));
        values.put("name", shop.name());
        values.put("country", shop.get("address-country", "CA"));
        values.put("zone", shop.zone().getId());
        values.put("currency", shop.currency());
        values.put("prefix", shop.orderPrefix());
        var sign = shop.get("sign", "");
        values.put("sign", sign.isEmpty() ? "" : SIGNS.stream().filter(name -> SIGN.formatted(name).equals(sign)).findFirst().orElse(KEEP));
        return new ShopForm(values);
    }

    /** False once something has a price: prices and orders keep the currency in which they were made. */
    @Transactional(readOnly = true)
    public boolean mayChangeCurrency() {
        return catalog.isEmpty() && orders.counts().values().stream().mapToLong(Long::longValue).sum() == 0;
    }

    /** Everything that is wrong with the form, one refusal a field. */
    public List<Refused> problems(ShopForm typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.required(typed.get("name"), "console.shop.name.missing", "name"));
        LONGEST.forEach((field, most) -> Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.get(field)), most, field)));
        customers.addressProblems(address(typed)).stream().filter(problem -> !"recipient".equals(problem.field())).forEach(problems::add);
        Refused.collect(problems, () -> EmailAddress.of(typed.get("email")));
        Refused.collect(problems, () -> phone(typed.get("phone"), typed.get("country")));
        Refused.collect(problems, () -> prefix(typed.get("prefix")));
        Refused.collect(problems, () -> days(typed, "unpaidDays", 1, MOST_DAYS));
        Refused.collect(problems, () -> days(typed, "unpaidReminder", 0, MOST_DAYS));
        Refused.collect(problems, () -> days(typed, "linkDays", 1, MOST_LINK_DAYS));
        choice(problems, typed, "zone", Stream.concat(ZONES.stream(), Stream.of(shop.zone().getId())).toList());
        choice(problems, typed, "sign", Stream.concat(SIGNS.stream(), Stream.of("", current().get("sign"))).toList());
        choice(problems, typed, "currency", mayChangeCurrency() ? CURRENCIES : List.of(shop.currency()));
        return problems;
    }

    /**
     * Counts at once, on every page and node.
     *
     * @param seen what stood there when the form was opened
     * @throws Refused for the first of the {@link #problems}, and when somebody else was faster
     */
    public void save(ShopForm typed, ShopForm seen, StaffId by) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var before = current();
        if (!before.equals(seen)) {
            throw new Refused("console.shop.changed");
        }
        var address = customers.checkedAddress(address(typed));
        var next = new HashMap<>(typed.values());
        next.replaceAll((field, text) -> text == null || PersonTexts.clean(text) == null ? "" : PersonTexts.clean(text));
        next.putAll(Map.of("line1", address.line1(), "city", address.city(), "province", text(address.province()), "postalCode", text(address.postalCode()), "country", address.country(),
                "email", EmailAddress.of(typed.get("email")).value(), "prefix", prefix(typed.get("prefix"))));
        SETTINGS.forEach((field, setting) -> {
            var legal = "legalName".equals(field) && next.get(field).isEmpty();
            shop.set(setting, legal ? next.get("name") : next.get(field));
        });
        shop.set("address", String.join(", ", AddressFormats.of(address.country()).lines(
                new PostalAddress(null, address.line1(), null, address.city(), address.province(), address.postalCode(), address.country()))));
        sign(typed.get("sign"));
        var after = current();
        audit.changed(by, "shop.changed", "shop", ID, changes(before, after));
    }

    private static Change changes(ShopForm before, ShopForm after) {
        var was = new LinkedHashMap<String, Object>();
        var is = new LinkedHashMap<String, Object>();
        ShopForm.FIELDS.stream().filter(field -> !before.get(field).equals(after.get(field))).forEach(field -> {
            was.put(field, before.get(field));
            is.put(field, after.get(field));
        });
        return Change.of(after.get("name")).from(was).to(is);
    }

    /** A sign of ours takes the place of a drawn name, too. */
    private void sign(String chosen) {
        if (KEEP.equals(chosen) || chosen.equals(current().get("sign"))) {
            return;
        }
        var path = chosen.isEmpty() ? "" : SIGN.formatted(chosen);
        shop.set("sign", path);
        shop.set("sign-on-dark", path);
        shop.set("logo", "");
        shop.set("logo-on-dark", "");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static PostalAddress address(ShopForm typed) {
        return new PostalAddress(typed.get("name"), typed.get("line1"), null, typed.get("city"), typed.get("province"), typed.get("postalCode"), typed.get("country"));
    }

    private static void phone(String typed, String typedIn) {
        var text = PersonTexts.phone(typed);
        if (text == null) {
            return;
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            if (numbers.isValidNumber(numbers.parse(text, typedIn))) {
                return;
            }
        } catch (NumberParseException notANumber) {
            // said below
        }
        throw new Refused("platform.phone.broken", "phone", Map.of());
    }

    private static String prefix(String typed) {
        var prefix = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (!prefix.matches("[A-Z]{1,4}") || TAKEN_PREFIXES.contains(prefix)) {
            throw new Refused("console.shop.prefix.wrong", "prefix", Map.of());
        }
        return prefix;
    }

    /** Empty for what is usual. */
    private static void days(ShopForm typed, String field, int least, int most) {
        var text = typed.get(field).strip();
        if (!text.isEmpty() && (!text.matches("\\d{1,3}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most)) {
            throw new Refused("console.shop.days.wrong", field, Map.of("least", least, "most", most));
        }
    }

    private static void choice(List<Refused> problems, ShopForm typed, String field, List<String> possible) {
        if (!possible.contains(typed.get(field))) {
            problems.add(new Refused("console.shop." + field + ".wrong", field, Map.of()));
        }
    }
}
