package app.regulars.customer;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the shop lives with its customers: closely with some fifty, or in groups with a hundred thousand. */
@Service
public class CustomerSettings {

    /** Rows on a page that can be chosen. */
    public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    private static final String NOTES = "customers.list.notes";
    private static final String SIZE = "customers.list.size";
    private static final String GROUPS = "customers.list.groups";

    private final Shop shop;
    private final AuditTrail audit;

    CustomerSettings(Shop shop, AuditTrail audit) {
        this.shop = shop;
        this.audit = audit;
    }

    /**
     * @param notes  the list shows each one's note: for a shop that knows everybody
     * @param groups the list shows stage, roles and source, and offers the filters opened: for a shop that works in groups
     */
    public record Choice(boolean notes, boolean groups, int size) {

        /** Some fifty customers and a note on each. */
        public static final Choice CLOSE = new Choice(true, false, 25);
        /** A hundred thousand, in groups. */
        public static final Choice LARGE = new Choice(false, true, 100);
    }

    private static Map<String, Object> fields(Choice choice) {
        return Change.fields("listShowsNotes", choice.notes(), "listShowsGroups", choice.groups(), "listSize", choice.size());
    }

    public Choice now() {
        return new Choice(Boolean.parseBoolean(shop.get(NOTES, "false")), Boolean.parseBoolean(shop.get(GROUPS, "true")), size(shop.get(SIZE, "50")));
    }

    @Transactional
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void choose(Choice choice, StaffId by) {
        var before = now();
        shop.set(NOTES, String.valueOf(choice.notes()));
        shop.set(GROUPS, String.valueOf(choice.groups()));
        shop.set(SIZE, String.valueOf(size(String.valueOf(choice.size()))));
        audit.changed(by, "customer.settings", "setting", UUID.nameUUIDFromBytes(NOTES.getBytes(StandardCharsets.UTF_8)), Change.of(null).from(fields(before)).to(fields(now())));
    }

    private static int size(String text) {
        return SIZES.stream().filter(size -> String.valueOf(size).equals(text)).findFirst().orElse(50);
    }
}
