package app.regulars.returning;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what the shop promises about returns: how long, where to, and for which reasons. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_SETUP)
public class ReturnRules {

    private static final int MOST_DAYS = 3650;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NAME = 120;
    private static final UUID RULES = new UUID(0, 3400);

    private final ReturnPolicy policy;
    private final ReturnReasons reasons;
    private final Shop shop;
    private final AuditTrail audit;

    ReturnRules(ReturnPolicy policy, ReturnReasons reasons, Shop shop, AuditTrail audit) {
        this.policy = policy;
        this.reasons = reasons;
        this.shop = shop;
        this.audit = audit;
    }

    /** @param days for returns @param complaintDays for what is wrong */
    public record Rules(int days, int complaintDays, String address) {
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional(readOnly = true)
    public Rules current() {
        return new Rules(policy.days(), policy.complaintDays(), policy.address());
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional(readOnly = true)
    public List<ReturnReason> reasons() {
        return reasons.all();
    }

    /** Counts at once, for orders that arrived already as well. @throws Refused beside the field */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void change(String days, String complaintDays, String address, StaffId by) {
        var before = current();
        var typed = address == null ? "" : address.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n]]+", " ").strip();
        if (typed.isEmpty() || typed.length() > LONGEST_ADDRESS) {
            throw new Refused("returning.refused.address-long", "address", Map.of());
        }
        var after = new Rules(days(days, "days"), days(complaintDays, "complaintDays"), typed);
        shop.set(ReturnPolicy.DAYS, String.valueOf(after.days()));
        shop.set(ReturnPolicy.COMPLAINT_DAYS, String.valueOf(after.complaintDays()));
        shop.set(ReturnPolicy.ADDRESS, after.address());
        audit.changed(by, "return-rules.changed", "return-rules", RULES, Change.of("returns").from(fields(before)).to(fields(after)));
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    public void add(String en, String fr, boolean complaint, StaffId by) {
        var name = name(en, fr);
        audit.changed(by, "return-reason.added", "return-reason", reasons.add(name, complaint), Change.of(name.en()).to(Change.fields("en", name.en(), "fr", name.fr(),
                "complaint", complaint)));
    }

    /** @param active false offers it no more; what was opened with it keeps it */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void change(UUID id, String en, String fr, boolean active, StaffId by) {
        var before = reasons.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        var name = name(en, fr);
        reasons.change(id, name, active);
        audit.changed(by, "return-reason.changed", "return-reason", id, Change.of(name.en()).from(Change.fields("en", before.name().en(), "fr", before.name().fr(), "active",
                before.active())).to(Change.fields("en", name.en(), "fr", name.fr(), "active", active)));
    }

    private static Map<String, Object> fields(Rules rules) {
        return Change.fields("days", rules.days(), "complaintDays", rules.complaintDays(), "address", rules.address());
    }

    private static Localized name(String en, String fr) {
        var english = PersonTexts.clean(en);
        var french = PersonTexts.clean(fr);
        if (english == null || french == null || english.length() > LONGEST_NAME || french.length() > LONGEST_NAME) {
            throw new Refused("returning.refused.name", "name", Map.of());
        }
        return new Localized(english, french);
    }

    private static int days(String typed, String field) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refused("returning.refused.days", field, Map.of("least", 1, "most", MOST_DAYS));
        }
        return Integer.parseInt(text);
    }
}
