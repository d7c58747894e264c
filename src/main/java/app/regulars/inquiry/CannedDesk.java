package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to ready answers and macros. */
@Service
@RolesAllowed(Permissions.INQUIRIES_ANSWER)
public class CannedDesk {

    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final InquiryRepository inquiries;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final Shop shop;
    private final AuditTrail audit;
    private final Clock clock;

    CannedDesk(JdbcTemplate jdbc, InquiryRepository inquiries, CustomerDirectory customers, StaffDirectory staff, Shop shop, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.inquiries = inquiries;
        this.customers = customers;
        this.staff = staff;
        this.shop = shop;
        this.audit = audit;
        this.clock = clock;
    }

    /** By title. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public List<CannedReply> replies() {
        return jdbc.query("select id, language, title, body, version from inquiry_canned order by title, language limit " + MOST, (row, n) ->
                new CannedReply(uuid(row.getBytes("id")), row.getString("language"), row.getString("title"), row.getString("body"), row.getInt("version")));
    }

    /**
     * How a text would read, with a customer who is known and with one of whom nothing is.
     *
     * @param sample whose data is put in, by place
     * @throws Refused for a place that takes nothing we know
     */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public List<String> preview(String body, Map<String, String> sample) {
        var checked = new CannedReply(null, "en", "preview", body, 0).checked();
        return List.of(checked.filled(sample), checked.filled(Map.of()));
    }

    /** By title. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public List<Macro> macros() {
        return jdbc.query("select id, title, priority, type, team, take, then_resolved, canned_id, version from inquiry_macro order by title limit " + MOST, (row, n) ->
                new Macro(uuid(row.getBytes("id")), row.getString("title"), row.getString("priority") == null ? null : Priority.of(row.getString("priority")),
                        row.getString("type") == null ? null : InquiryType.of(row.getString("type")), row.getString("team"), row.getBoolean("take"), row.getBoolean("then_resolved"),
                        uuid(row.getBytes("canned_id")), row.getInt("version")));
    }

    /** The answer with the customer's data put in. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public String filled(UUID reply, InquiryNumber number, StaffId by) {
        var inquiry = inquiries.findByNumber(number).orElseThrow(NotFound::new);
        var customer = customers.find(inquiry.customer());
        var known = new HashMap<String, String>();
        known.put("name", customer.map(card -> card.name()).orElse(""));
        known.put("given-name", customer.map(card -> card.name()).map(name -> name.split(" ")[0]).orElse(""));
        known.put("number", number.value());
        known.put("subject", inquiry.subject());
        known.put("order", Optional.ofNullable(inquiry.orderNumber()).orElse(""));
        known.put("agent", staff.find(by).map(card -> card.givenName()).orElse(""));
        known.put("shop", shop.name());
        return replies().stream().filter(one -> one.id().equals(reply)).findFirst().orElseThrow(NotFound::new).filled(known);
    }

    /** @param reply its id null for a new one @throws Refused beside the field that is wrong, or where a colleague changed it meanwhile */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void save(CannedReply reply, StaffId by) {
        var checked = reply.checked();
        var id = checked.id() == null ? Ids.next() : checked.id();
        var rows = checked.id() == null
                ? jdbc.update("insert into inquiry_canned (id, language, title, body, changed_at, version) values (?, ?, ?, ?, ?, 0)", bytes(id), checked.language(), checked.title(),
                        checked.body(), utc(clock.instant()))
                : jdbc.update("update inquiry_canned set language = ?, title = ?, body = ?, changed_at = ?, version = version + 1 where id = ? and version = ?", checked.language(),
                        checked.title(), checked.body(), utc(clock.instant()), bytes(id), checked.version());
        if (rows == 0) {
            throw new Refused("inquiry.canned.refused.changed");
        }
        audit.changed(by, "inquiry.canned", "canned-reply", id, Change.of(checked.title()).to(Map.of("text", checked.body())));
    }

    /** @param macro its id null for a new one @throws Refused beside the field that is wrong, or where a colleague changed it meanwhile */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void save(Macro macro, StaffId by) {
        if (macro.title() == null || macro.title().isBlank() || macro.title().length() > 120) {
            throw new Refused("inquiry.canned.refused.title", "macro-title", Map.of());
        }
        var id = macro.id() == null ? Ids.next() : macro.id();
        var values = new Object[] {macro.title().strip(), macro.priority() == null ? null : macro.priority().name(), macro.type() == null ? null : macro.type().name(),
            macro.team() == null || macro.team().isBlank() ? null : macro.team(), macro.take(), macro.resolves(), bytes(macro.canned()), utc(clock.instant()), bytes(id), macro.version()};
        var rows = macro.id() == null
                ? jdbc.update("insert into inquiry_macro (title, priority, type, team, take, then_resolved, canned_id, changed_at, id, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
                : jdbc.update("update inquiry_macro set title = ?, priority = ?, type = ?, team = ?, take = ?, then_resolved = ?, canned_id = ?, changed_at = ?, version = version + 1 "
                        + "where id = ? and version = ?", values);
        if (rows == 0) {
            throw new Refused("inquiry.canned.refused.changed", "macro-title", Map.of());
        }
        audit.changed(by, "inquiry.macro", "macro", id, Change.of(macro.title()));
    }

    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void removeReply(UUID id, StaffId by) {
        jdbc.update("update inquiry_macro set canned_id = null where canned_id = ?", bytes(id));
        if (jdbc.update("delete from inquiry_canned where id = ?", bytes(id)) > 0) {
            audit.changed(by, "inquiry.canned-removed", "canned-reply", id, Change.of(id.toString()));
        }
    }

    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void removeMacro(UUID id, StaffId by) {
        if (jdbc.update("delete from inquiry_macro where id = ?", bytes(id)) > 0) {
            audit.changed(by, "inquiry.macro-removed", "macro", id, Change.of(id.toString()));
        }
    }
}
