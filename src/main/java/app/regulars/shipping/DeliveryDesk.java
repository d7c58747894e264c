package app.regulars.shipping;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.Slug;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the ways of delivery. A way is switched off, never taken away: orders of before keep its name. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_SETUP)
public class DeliveryDesk {

    private static final int MOST = 20;
    private static final int LONGEST_CODE = 20;
    private static final String NAME = "text.shipping.option.";

    private final DeliveryOptions delivery;
    private final Shop shop;
    private final Texts texts;
    private final AuditTrail audit;

    DeliveryDesk(DeliveryOptions delivery, Shop shop, Texts texts, AuditTrail audit) {
        this.delivery = delivery;
        this.shop = shop;
        this.texts = texts;
        this.audit = audit;
    }

    /** As customers read them. */
    @Transactional(readOnly = true)
    public List<DeliveryOption> list() {
        return delivery.all();
    }

    /** True once somebody has gone through them. */
    @Transactional(readOnly = true)
    public boolean isSetUp() {
        return !delivery.document().isEmpty();
    }

    /** What stands there now; another one means that somebody was faster. */
    @Transactional(readOnly = true)
    public String edition() {
        return UUID.nameUUIDFromBytes((delivery.document() + names()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Transactional(readOnly = true)
    public Localized name(String code) {
        var own = shop.text(NAME + code);
        var key = "shipping.option." + code;
        return own.en() != null && !own.en().isBlank() || !texts.has(key) ? own : new Localized(texts.get(Languages.ENGLISH, key), texts.get(Languages.FRENCH, key));
    }

    /** A rate as it is typed. */
    public DeliveryForm.Rate typed(DeliveryOption.Rate rate) {
        return new DeliveryForm.Rate(rate.provinces(), plain(rate.price()), plain(rate.from()), plain(rate.then()), String.valueOf(rate.days()), DeliveryRules.typed(rate.weights()),
                rate.mostGrams() == null ? "" : DeliveryRules.kilograms(rate.mostGrams()));
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "" : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Everything that is wrong with the form, one refusal a field; fields of the rates end with their number. */
    public List<Refused> problems(DeliveryForm typed) {
        var pickup = DeliveryOption.PICKUP.equals(typed.code());
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> DeliveryRules.name(typed.nameEn(), "nameEn"));
        Refused.collect(problems, () -> DeliveryRules.name(typed.nameFr(), "nameFr"));
        if (!pickup) {
            Refused.collect(problems, () -> DeliveryRules.carrier(typed.carrier()));
            problems.addAll(DeliveryRules.problems(typed.rates(), shop.get("address-country", "CA")));
        }
        if (!typed.on() && delivery.all().stream().noneMatch(option -> option.on() && !option.code().equals(typed.code()))) {
            problems.add(new Refused("shipping.delivery.last", "on", Map.of()));
        }
        if (typed.code() == null && delivery.all().size() >= MOST) {
            problems.add(new Refused("shipping.delivery.many", "nameEn", Map.of("most", MOST)));
        }
        return problems;
    }

    /**
     * Counts from now on, on every node; orders of before keep what they were promised.
     *
     * @param edition the one that the form was filled in over
     * @return the code
     * @throws Refused for the first of the {@link #problems}, and when somebody else was faster
     */
    public String save(DeliveryForm typed, String edition, StaffId by) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        if (!edition().equals(edition)) {
            throw new Refused("shipping.delivery.changed");
        }
        var options = new ArrayList<>(delivery.all());
        var code = typed.code() == null ? newCode(typed.nameEn(), options) : typed.code();
        var at = options.stream().map(DeliveryOption::code).toList().indexOf(code);
        if (typed.code() != null && at < 0) {
            throw new NotFound();
        }
        var before = at < 0 ? null : fields(options.get(at));
        var pickup = DeliveryOption.PICKUP.equals(code);
        var option = new DeliveryOption(code, pickup ? null : DeliveryRules.carrier(typed.carrier()), typed.on(),
                pickup ? List.of() : typed.rates().stream().map(DeliveryRules::rate).toList());
        if (at < 0) {
            // before the pick-up, which comes last
            var last = options.isEmpty() || !options.getLast().pickup() ? options.size() : options.size() - 1;
            options.add(last, option);
        } else {
            options.set(at, option);
        }
        delivery.keep(options);
        shop.set(NAME + code + ".en", DeliveryRules.name(typed.nameEn(), "nameEn"));
        shop.set(NAME + code + ".fr", DeliveryRules.name(typed.nameFr(), "nameFr"));
        audit.changed(by, "delivery.changed", "delivery", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                Change.of(name(code).en()).from(before).to(fields(option)));
        return code;
    }

    private Map<String, Object> fields(DeliveryOption option) {
        var name = name(option.code());
        return Change.fields("on", option.on(), "nameEn", name.en(), "nameFr", name.fr(), "carrier", option.carrier(), "rates",
                option.rates().stream().map(rate -> (rate.provinces().isEmpty() ? "*" : String.join(" ", new TreeSet<>(rate.provinces()))) + ": " + rate.price().toPlainString()
                        + (rate.from() == null ? "" : ", " + rate.from().toPlainString() + "+ " + rate.then().toPlainString()) + ", " + rate.days() + " d"
                        + (rate.weights().isEmpty() ? "" : ", kg " + DeliveryRules.typed(rate.weights())) + (rate.mostGrams() == null ? "" : ", <= " + DeliveryRules.kilograms(rate.mostGrams()) + " kg"))
                        .reduce((one, other) -> one + "; " + other).orElse(null));
    }

    private String names() {
        return delivery.all().stream().map(option -> String.valueOf(name(option.code()))).reduce("", String::concat);
    }

    private static String newCode(String name, List<DeliveryOption> options) {
        var slug = Slug.of(name, LONGEST_CODE - 3);
        var base = slug.isEmpty() ? "way" : slug;
        var taken = Stream.concat(options.stream().map(DeliveryOption::code), Stream.of("none", DeliveryOption.PICKUP, "van", "standard", "express")).toList();
        var code = base;
        for (var number = 2; taken.contains(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }
}
