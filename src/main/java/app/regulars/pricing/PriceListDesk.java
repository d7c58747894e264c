package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to price lists: whom each is for, and what it says. */
@Service
@Transactional
@RolesAllowed(Permissions.PRICES_SEE)
public class PriceListDesk {

    public static final int MOST_SHOWN = 500;
    private static final int LONGEST = 120;

    private final JdbcTemplate jdbc;
    private final Targets targets;
    private final ListPrices list;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Shop shop;
    private final Clock clock;

    PriceListDesk(JdbcTemplate jdbc, Targets targets, ListPrices list, AuditTrail audit, ApplicationEventPublisher events, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.list = list;
        this.audit = audit;
        this.events = events;
        this.shop = shop;
        this.clock = clock;
    }

    /** By name. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<PriceListRow> list() {
        var audiences = new HashMap<UUID, List<Audience>>();
        jdbc.query("select list_id, kind, audience_id from price_list_audience order by id", row -> {
            audiences.computeIfAbsent(uuid(row.getBytes(1)), each -> new ArrayList<>()).add(Audience.of(row.getString(2), uuid(row.getBytes(3))));
        });
        var names = targets.audiences(audiences.values().stream().flatMap(List::stream).distinct().toList());
        return jdbc.query("select l.id, l.name, l.active, l.valid_from, l.valid_until, (select count(*) from price_list_entry e where e.list_id = l.id) as prices "
                + "from price_list l order by l.name limit 500", (row, n) -> {
                    var id = uuid(row.getBytes("id"));
                    return new PriceListRow(id, row.getString("name"), row.getBoolean("active"), instant(row, "valid_from"), instant(row, "valid_until"), row.getLong("prices"),
                            audiences.getOrDefault(id, List.of()).stream().map(names::get).toList());
                });
    }

    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public PriceListFile find(UUID id) {
        var form = head(id);
        var whom = jdbc.query("select kind, audience_id from price_list_audience where list_id = ? order by id", (row, n) -> Audience.of(row.getString(1), uuid(row.getBytes(2))), (Object) bytes(id));
        var rows = jdbc.query("select id, scope, target, from_quantity, amount, percent from price_list_entry where list_id = ? order by scope desc, target, from_quantity limit " + MOST_SHOWN,
                (row, n) -> new Row(uuid(row.getBytes(1)), Conditions.scope(row.getString(2), row.getString(3)), row.getInt(4), Conditions.money(row.getBigDecimal(5), shop.currency()),
                        row.getBigDecimal(6)), (Object) bytes(id));
        var names = targets.names(rows.stream().map(Row::scope).distinct().toList());
        var prices = list.at(rows.stream().filter(row -> row.scope().kind() == Scope.Kind.VARIANT).map(row -> variant(row.scope())).distinct().toList(), clock.instant());
        var lines = rows.stream().map(row -> new PriceListFile.Line(row.id(), row.scope().kind(), names.get(row.scope()).name(), names.get(row.scope()).typed(), row.from(), row.amount(),
                row.percent(), row.scope().kind() == Scope.Kind.VARIANT ? prices.get(variant(row.scope())) : null)).toList();
        return new PriceListFile(id, form, shop.currency(), List.copyOf(targets.audiences(whom).values()), lines,
                jdbc.queryForObject("select count(*) from price_list_entry where list_id = ?", Long.class, (Object) bytes(id)));
    }

    private record Row(UUID id, Scope scope, int from, app.regulars.platform.money.Money amount, java.math.BigDecimal percent) {
    }

    private static VariantId variant(Scope scope) {
        return new VariantId(UUID.fromString(scope.target()));
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(PriceListForm form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> Typed.text(form.name(), "name", LONGEST));
        Refused.collect(problems, () -> Typed.text(form.labelEn(), "labelEn", LONGEST));
        Refused.collect(problems, () -> Typed.text(form.labelFr(), "labelFr", LONGEST));
        Refused.collect(problems, () -> Typed.from(form.from(), "from", shop.zone()));
        Refused.collect(problems, () -> {
            var from = Typed.from(form.from(), "until", shop.zone());
            var until = Typed.until(form.until(), "until", shop.zone());
            if (from != null && until != null && !until.isAfter(from)) {
                throw new Refused("pricing.refused.ends", "until", Map.of());
            }
        });
        return problems;
    }

    /** @return the id of the list @throws Refused for the first of the {@link #problems}, or a name that another list has */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public UUID add(PriceListForm form, StaffId by) {
        check(form);
        var id = Ids.next();
        try {
            jdbc.update("insert into price_list (id, version, name, label_en, label_fr, currency, valid_from, valid_until, active, changed_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                    bytes(id), Typed.text(form.name(), "name", LONGEST), form.labelEn().strip(), form.labelFr().strip(), shop.currency(), utc(Typed.from(form.from(), "from", shop.zone())),
                    utc(Typed.until(form.until(), "until", shop.zone())), form.active(), utc(clock.instant()));
        } catch (DuplicateKeyException known) {
            throw new Refused("pricing.refused.name", "name", Map.of());
        }
        audit.changed(by, "price-list.added", "price-list", id, Change.of(form.name()).to(fields(form)));
        changed();
        return id;
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void change(UUID id, PriceListForm form, StaffId by) {
        check(form);
        var before = head(id);
        try {
            jdbc.update("update price_list set version = version + 1, name = ?, label_en = ?, label_fr = ?, valid_from = ?, valid_until = ?, active = ?, changed_at = ? where id = ?",
                    Typed.text(form.name(), "name", LONGEST), form.labelEn().strip(), form.labelFr().strip(), utc(Typed.from(form.from(), "from", shop.zone())),
                    utc(Typed.until(form.until(), "until", shop.zone())), form.active(), utc(clock.instant()), bytes(id));
        } catch (DuplicateKeyException known) {
            throw new Refused("pricing.refused.name", "name", Map.of());
        }
        audit.changed(by, "price-list.changed", "price-list", id, Change.of(form.name()).from(fields(before)).to(fields(form)));
        changed();
    }

    /** From now on the list holds for them as well; who has it already keeps it. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void give(UUID id, String kind, String typed, StaffId by) {
        var head = head(id);
        var whom = targets.audience(kind, typed, "whom");
        try {
            jdbc.update("insert into price_list_audience (id, list_id, kind, audience_id) values (?, ?, ?, ?)", bytes(Ids.next()), bytes(id), whom.kind().name(), bytes(whom.column()));
        } catch (DuplicateKeyException hasItAlready) {
            return;
        }
        audit.changed(by, "price-list.given", "price-list", id, Change.of(head.name()).about(customer(whom)).to(Change.fields("kind", whom.kind(), "whom", whom.id())));
        changed();
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void take(UUID id, Audience whom, StaffId by) {
        var head = head(id);
        if (jdbc.update("delete from price_list_audience where list_id = ? and kind = ? and audience_id = ?", bytes(id), whom.kind().name(), bytes(whom.column())) > 0) {
            audit.changed(by, "price-list.taken", "price-list", id, Change.of(head.name()).about(customer(whom)).from(Change.fields("kind", whom.kind(), "whom", whom.id())));
            changed();
        }
    }

    private static app.regulars.platform.identity.CustomerId customer(Audience whom) {
        return whom.kind() == Audience.Kind.CUSTOMER ? new app.regulars.platform.identity.CustomerId(whom.id()) : null;
    }

    /** Sets what the list says for something from a quantity on; a line for the same is replaced. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void set(UUID id, PriceLineForm form, StaffId by) {
        var head = head(id);
        var scope = targets.scope(form.scope(), form.target(), "target");
        var pieces = Typed.pieces(form.from(), "quantity");
        var from = pieces == null ? 1 : pieces;
        var amount = Typed.amount(form.amount(), "amount", shop.currency());
        var percent = Typed.percent(form.percent(), "percent");
        if ((amount == null) == (percent == null)) {
            throw new Refused("pricing.refused.one-of-both", "amount", Map.of());
        }
        if (amount != null && scope.kind() != Scope.Kind.VARIANT) {
            throw new Refused("pricing.refused.amount-of-variant", "amount", Map.of());
        }
        var before = jdbc.query("select amount, percent from price_list_entry where list_id = ? and scope = ? and target = ? and from_quantity = ?",
                (row, n) -> Change.fields("amount", row.getBigDecimal(1), "percent", row.getBigDecimal(2)), bytes(id), scope.kind().name(), scope.target(), from).stream().findFirst().orElse(null);
        jdbc.update("insert into price_list_entry (id, list_id, scope, target, from_quantity, amount, percent) values (?, ?, ?, ?, ?, ?, ?) "
                + "on duplicate key update amount = values(amount), percent = values(percent)", bytes(Ids.next()), bytes(id), scope.kind().name(), scope.target(), from,
                amount == null ? null : amount.amount(), percent);
        audit.changed(by, "price-list.priced", "price-list", id, Change.of(head.name() + " " + form.target()).from(before)
                .to(Change.fields("scope", scope.kind(), "target", form.target(), "from", from, "amount", amount, "percent", percent)));
        changed();
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void remove(UUID id, UUID line, StaffId by) {
        var head = head(id);
        var before = jdbc.query("select scope, target, from_quantity, amount, percent from price_list_entry where id = ? and list_id = ?",
                (row, n) -> Change.fields("scope", row.getString(1), "target", row.getString(2), "from", row.getInt(3), "amount", row.getBigDecimal(4), "percent", row.getBigDecimal(5)),
                bytes(line), bytes(id)).stream().findFirst().orElseThrow(NotFound::new);
        jdbc.update("delete from price_list_entry where id = ? and list_id = ?", bytes(line), bytes(id));
        audit.changed(by, "price-list.unpriced", "price-list", id, Change.of(head.name()).from(before));
        changed();
    }

    private PriceListForm head(UUID id) {
        return jdbc.query("select name, label_en, label_fr, valid_from, valid_until, active from price_list where id = ?", (row, n) -> new PriceListForm(row.getString(1), row.getString(2),
                row.getString(3), Typed.day(instant(row, "valid_from"), shop.zone()), Typed.lastDay(instant(row, "valid_until"), shop.zone()), row.getBoolean(6)), (Object) bytes(id))
                .stream().findFirst().orElseThrow(NotFound::new);
    }

    private void check(PriceListForm form) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    private static Map<String, Object> fields(PriceListForm form) {
        return Change.fields("name", form.name(), "labelEn", form.labelEn(), "labelFr", form.labelFr(), "from", form.from(), "until", form.until(), "active", form.active());
    }

    private void changed() {
        events.publishEvent(new PricesChanged(List.of(), clock.instant()));
    }
}
