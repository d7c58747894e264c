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
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to promotions and their coupons. */
@Service
@Transactional
@RolesAllowed(Permissions.PRICES_SEE)
public class PromotionDesk {

    private static final int MOST = 300;

    private final JdbcTemplate jdbc;
    private final Targets targets;
    private final PromotionFields fields;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    PromotionDesk(JdbcTemplate jdbc, Targets targets, PromotionFields fields, AuditTrail audit, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.fields = fields;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** Those that can hold first, then by name. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<PromotionFile> list() {
        var coupons = new HashMap<UUID, List<PromotionFile.Coupon>>();
        jdbc.query("select id, promotion_id, code, most_uses, used, active from coupon order by code", row -> {
            coupons.computeIfAbsent(uuid(row.getBytes(2)), each -> new ArrayList<>()).add(new PromotionFile.Coupon(uuid(row.getBytes(1)), row.getString(3),
                    row.getObject(4, Integer.class), row.getInt(5), row.getBoolean(6)));
        });
        var rows = jdbc.query("select p.*, (select count(*) from promotion_use u where u.promotion_id = p.id and u.given_back_at is null) as uses, "
                + "(select sum(u.amount) from promotion_use u where u.promotion_id = p.id and u.given_back_at is null) as given from promotion p order by p.active desc, p.name limit " + MOST,
                (row, n) -> row(row));
        var names = targets.names(rows.stream().map(Row::scope).distinct().toList());
        var audiences = targets.audiences(rows.stream().map(Row::audience).distinct().toList());
        var gifts = targets.names(rows.stream().filter(row -> row.gift() != null).map(row -> Scope.of(row.gift())).distinct().toList());
        return rows.stream().map(row -> new PromotionFile(row.id(), form(row, names, audiences, gifts), row.kind(), names.get(row.scope()).name(), audiences.get(row.audience()),
                row.from(), row.until(), row.uses(), Money.of(row.given(), row.currency()), coupons.getOrDefault(row.id(), List.of()))).toList();
    }

    private record Row(UUID id, String name, String labelEn, String labelFr, PromotionKind kind, Scope scope, BigDecimal percent, BigDecimal amount, String currency, Integer buy,
                       Integer get, VariantId gift, BigDecimal minimum, Audience audience, boolean couponOnly, boolean combinable, java.time.Instant from, java.time.Instant until,
                       Integer mostUses, Integer mostEach, boolean active, long uses, BigDecimal given) {
    }

    private static Row row(ResultSet row) throws SQLException {
        var gift = uuid(row.getBytes("gift_id"));
        var given = row.getBigDecimal("given");
        return new Row(uuid(row.getBytes("id")), row.getString("name"), row.getString("label_en"), row.getString("label_fr"), PromotionKind.valueOf(row.getString("kind")),
                Conditions.scope(row.getString("scope"), row.getString("target")), row.getBigDecimal("percent"), row.getBigDecimal("amount"), row.getString("currency"),
                row.getObject("buy_pieces", Integer.class), row.getObject("get_pieces", Integer.class), gift == null ? null : new VariantId(gift), row.getBigDecimal("minimum_goods"),
                Audience.of(row.getString("audience"), uuid(row.getBytes("audience_id"))), row.getBoolean("coupon_only"), row.getBoolean("combinable"), instant(row, "valid_from"),
                instant(row, "valid_until"), row.getObject("most_uses", Integer.class), row.getObject("most_each", Integer.class), row.getBoolean("active"), row.getLong("uses"),
                given == null ? BigDecimal.ZERO : given);
    }

    private PromotionForm form(Row row, Map<Scope, Targets.Named> names, Map<Audience, NamedAudience> audiences, Map<Scope, Targets.Named> gifts) {
        return new PromotionForm(row.name(), row.labelEn(), row.labelFr(), row.kind().name(), row.scope().kind().name(), names.get(row.scope()).typed(), Typed.plain(row.percent()),
                Typed.plain(row.amount()), plain(row.buy()), plain(row.get()), row.gift() == null ? "" : gifts.get(Scope.of(row.gift())).typed(), Typed.plain(row.minimum()),
                row.audience().kind().name(), audiences.get(row.audience()).typed(), row.couponOnly(), row.combinable(), Typed.day(row.from(), shop.zone()),
                Typed.lastDay(row.until(), shop.zone()), plain(row.mostUses()), plain(row.mostEach()), row.active());
    }

    private static String plain(Integer number) {
        return number == null ? "" : number.toString();
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(PromotionForm form) {
        return fields.problems(form);
    }

    /** @throws Refused for the first of the {@link #problems}, or a name that another promotion has */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public UUID add(PromotionForm form, StaffId by) {
        var id = Ids.next();
        var values = values(form);
        values.addFirst(bytes(id));
        try {
            jdbc.update("insert into promotion (id, name, label_en, label_fr, kind, scope, target, percent, amount, currency, buy_pieces, get_pieces, gift_id, minimum_goods, audience, "
                    + "audience_id, coupon_only, combinable, valid_from, valid_until, most_uses, most_each, active, changed_at, used, version) "
                    + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)", values.toArray());
        } catch (DuplicateKeyException known) {
            throw new Refused("pricing.refused.name", "name", Map.of());
        }
        audit.changed(by, "promotion.added", "promotion", id, Change.of(form.name()).about(about(form)).to(kept(form)));
        return id;
    }

    /** What orders used of it stays counted. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void change(UUID id, PromotionForm form, StaffId by) {
        var before = find(id).form();
        var values = values(form);
        values.add(bytes(id));
        try {
            jdbc.update("update promotion set name = ?, label_en = ?, label_fr = ?, kind = ?, scope = ?, target = ?, percent = ?, amount = ?, currency = ?, buy_pieces = ?, get_pieces = ?, "
                    + "gift_id = ?, minimum_goods = ?, audience = ?, audience_id = ?, coupon_only = ?, combinable = ?, valid_from = ?, valid_until = ?, most_uses = ?, most_each = ?, "
                    + "active = ?, changed_at = ?, version = version + 1 where id = ?", values.toArray());
        } catch (DuplicateKeyException known) {
            throw new Refused("pricing.refused.name", "name", Map.of());
        }
        audit.changed(by, "promotion.changed", "promotion", id, Change.of(form.name()).about(about(form)).from(kept(before)).to(kept(form)));
    }

    private PromotionFile find(UUID id) {
        return list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private CustomerId about(PromotionForm form) {
        var whom = targets.audience(form.audience(), form.whom(), "whom");
        return whom.kind() == Audience.Kind.CUSTOMER ? new CustomerId(whom.id()) : null;
    }

    private List<Object> values(PromotionForm form) {
        fields.problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var kind = fields.kindOf(form);
        var scope = targets.scope(form.scope(), form.target(), "target");
        var whom = targets.audience(form.audience(), form.whom(), "whom");
        var pieces = kind == PromotionKind.BUY_GET || kind == PromotionKind.COMPLEMENT;
        var amount = kind == PromotionKind.AMOUNT ? Typed.amount(form.amount(), "amount", shop.currency()) : null;
        var minimum = Typed.amount(form.minimum(), "minimum", shop.currency());
        var gift = kind == PromotionKind.COMPLEMENT ? targets.variant(form.gift().strip(), "gift").id() : null;
        var values = new ArrayList<Object>();
        values.addAll(List.of(form.name().strip(), form.labelEn().strip(), form.labelFr().strip(), kind.name(), scope.kind().name(), scope.target()));
        values.add(kind == PromotionKind.AMOUNT ? null : Typed.percent(form.percent(), "percent"));
        values.add(amount == null ? null : amount.amount());
        values.add(shop.currency());
        values.add(pieces ? Typed.pieces(form.buy(), "buy") : null);
        values.add(pieces ? Typed.pieces(form.get(), "get") : null);
        values.add(gift == null ? null : bytes(gift.value()));
        values.add(minimum == null ? null : minimum.amount());
        values.addAll(List.of(whom.kind().name(), bytes(whom.column()), form.couponOnly(), form.combinable()));
        values.add(utc(Typed.from(form.from(), "from", shop.zone())));
        values.add(utc(Typed.until(form.until(), "until", shop.zone())));
        values.add(Typed.pieces(form.mostUses(), "mostUses"));
        values.add(Typed.pieces(form.mostEach(), "mostEach"));
        values.add(form.active());
        values.add(utc(clock.instant()));
        return values;
    }

    private static Map<String, Object> kept(PromotionForm form) {
        return Change.fields("name", form.name(), "kind", form.kind(), "scope", form.scope(), "target", form.target(), "percent", form.percent(), "amount", form.amount(), "buy", form.buy(),
                "get", form.get(), "gift", form.gift(), "minimum", form.minimum(), "audience", form.audience(), "whom", form.whom(), "couponOnly", form.couponOnly(), "combinable",
                form.combinable(), "from", form.from(), "until", form.until(), "mostUses", form.mostUses(), "mostEach", form.mostEach(), "active", form.active());
    }

    /** @param most uses in all; empty for no limit */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void addCoupon(UUID promotion, String typed, String most, StaffId by) {
        var file = find(promotion);
        var code = Codes.normal(typed);
        if (code.isEmpty()) {
            throw new Refused("ordering.code.none", "code", Map.of());
        }
        var limit = Typed.pieces(most, "most");
        try {
            jdbc.update("insert into coupon (id, promotion_id, code, most_uses, used, active) values (?, ?, ?, ?, 0, true)", bytes(Ids.next()), bytes(promotion), code, limit);
        } catch (DuplicateKeyException known) {
            throw new Refused("pricing.refused.code", "code", Map.of());
        }
        audit.changed(by, "promotion.coupon-added", "promotion", promotion, Change.of(file.form().name()).to(Change.fields("code", code, "mostUses", limit)));
    }

    /** A coupon that is not active is not taken any more; it can be taken up again. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void switchCoupon(UUID promotion, UUID coupon, boolean active, StaffId by) {
        var before = find(promotion).coupons().stream().filter(each -> each.id().equals(coupon)).findFirst().orElseThrow(NotFound::new);
        jdbc.update("update coupon set active = ? where id = ?", active, bytes(coupon));
        audit.changed(by, "promotion.coupon-switched", "promotion", promotion, Change.of(before.code()).of("active", before.active(), active));
    }

    /** The most that all promotions of an order may take off, in percent of the goods; empty for no limit. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public String limit() {
        return shop.get(CartPricing.MOST, "");
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void limit(String typed, StaffId by) {
        var before = shop.get(CartPricing.MOST, "");
        var percent = Typed.percent(typed, "limit");
        shop.set(CartPricing.MOST, Typed.plain(percent));
        audit.changed(by, "promotion.limit-changed", "shop", Audience.NOBODY, Change.of(CartPricing.MOST).of("percent", before, Typed.plain(percent)));
    }
}
