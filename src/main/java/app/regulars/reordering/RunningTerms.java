package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.AfterOrder;
import app.regulars.ordering.OrderAmended;
import app.regulars.ordering.OrderCanceled;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderPlaced;
import app.regulars.ordering.Orders;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Which articles are bought for a time, and the times that run: begun by an order, and continued by the next one of the same article. */
@Component
class RunningTerms implements AfterOrder {

    /** So many days after its end an order still continues a term; later it begins a new one. */
    static final int GRACE_DAYS = 30;

    private final JdbcTemplate jdbc;
    private final Orders orders;
    private final Shop shop;

    RunningTerms(JdbcTemplate jdbc, Orders orders, Shop shop) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.shop = shop;
    }

    /** @param person who is written to @param reopened how often what continued it was called off */
    record Row(UUID id, CustomerId customer, CustomerId person, VariantId variant, int quantity, int months, LocalDate beginsOn, LocalDate endsOn, boolean renewed, int reopened) {
    }

    @Override
    public void placed(OrderPlaced placed, OrderFile order) {
        placed(List.of(new Told(placed, order)));
    }

    @Override
    public void placed(List<Told> told) {
        var months = months();
        if (months.isEmpty()) {
            return;
        }
        for (var one : told) {
            var pieces = pieces(one.order());
            pieces.keySet().retainAll(months.keySet());
            pieces.forEach((variant, quantity) -> begin(one.order(), one.placed().at(), variant, quantity, months.get(variant)));
        }
    }

    private static Map<VariantId, Integer> pieces(OrderFile order) {
        var pieces = new LinkedHashMap<VariantId, Integer>();
        order.lines().stream().filter(line -> line.variant() != null && line.quantity() > 0).forEach(line -> pieces.merge(line.variant(), line.quantity(), Integer::sum));
        return pieces;
    }

    /** What is called off does not run; an article that came to the order begins to. */
    @ApplicationModuleListener
    void on(OrderAmended amended) {
        orders.file(amended.number()).ifPresent(order -> {
            var months = months();
            var pieces = pieces(order);
            amended.lines().stream().filter(line -> line.pieces() > 0).map(line -> order.lines().get(line.position())).filter(line -> line.ordered() == 0).map(OrderFile.Line::variant)
                    .filter(variant -> variant != null && months.containsKey(variant) && pieces.containsKey(variant)).distinct()
                    .forEach(variant -> begin(order, amended.at(), variant, pieces.get(variant), months.get(variant)));
            follow(order);
        });
    }

    /** @param back by article, the pieces that came back of this order in all: told again it changes nothing */
    void cameBack(OrderNumber number, Map<VariantId, Integer> back) {
        orders.file(number).ifPresent(order -> {
            back.forEach((variant, pieces) -> jdbc.update("update running_term set came_back = ? where order_id = ? and variant_id = ?", pieces,
                    bytes(order.summary().id().value()), bytes(variant.value())));
            follow(order);
        });
    }

    /** What is left of each article runs; where nothing is, what it continued is open again. */
    private void follow(OrderFile order) {
        var id = bytes(order.summary().id().value());
        var pieces = pieces(order);
        jdbc.query("select variant_id, came_back from running_term where order_id = ?", (row, n) -> Map.entry(new VariantId(uuid(row.getBytes(1))), row.getInt(2)), (Object) id)
                .forEach(term -> {
                    var variant = bytes(term.getKey().value());
                    var left = pieces.getOrDefault(term.getKey(), 0) - term.getValue();
                    if (left > 0) {
                        jdbc.update("update running_term set quantity = ? where order_id = ? and variant_id = ?", left, id, variant);
                    } else {
                        jdbc.update("delete from running_term where order_id = ? and variant_id = ?", id, variant);
                        jdbc.update("update running_term set renewed_by = null, reopened = reopened + 1 where renewed_by = ? and variant_id = ?", id, variant);
                    }
                });
    }

    private void begin(OrderFile order, Instant at, VariantId variant, int quantity, int months) {
        var id = bytes(order.summary().id().value());
        var customer = order.summary().customer();
        var known = jdbc.queryForList("select 1 from running_term where order_id = ? and variant_id = ?", Integer.class, id, bytes(variant.value()));
        if (!known.isEmpty() || customer == null) {
            return;
        }
        var person = order.placedBy() == null ? customer : order.placedBy();
        var day = at.atZone(shop.zone()).toLocalDate();
        var before = jdbc.query("select * from running_term where customer_id = ? and variant_id = ? and renewed_by is null and ends_on >= ? order by ends_on desc limit 1",
                (row, n) -> row(row), bytes(customer.value()), bytes(variant.value()), day.minusDays(GRACE_DAYS)).stream().findFirst();
        var begins = before.map(Row::endsOn).filter(end -> end.isAfter(day)).orElse(day);
        jdbc.update("insert into running_term (id, customer_id, person_id, order_id, variant_id, quantity, months, begins_on, ends_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(Ids.next()), bytes(customer.value()), bytes(person.value()), id, bytes(variant.value()), quantity, months, begins, begins.plusMonths(months));
        before.ifPresent(row -> jdbc.update("update running_term set renewed_by = ? where id = ? and renewed_by is null", id, bytes(row.id())));
    }

    /** What was not delivered does not run; what it continued is open again. */
    @ApplicationModuleListener
    void on(OrderCanceled canceled) {
        jdbc.update("delete from running_term where order_id = ?", bytes(canceled.order().value()));
        jdbc.update("update running_term set renewed_by = null, reopened = reopened + 1 where renewed_by = ?", bytes(canceled.order().value()));
    }

    /** By article, for how many months it is bought. */
    Map<VariantId, Integer> months() {
        var months = new LinkedHashMap<VariantId, Integer>();
        jdbc.query("select variant_id, months from article_term order by changed_at desc limit 1000", row -> {
            months.put(new VariantId(uuid(row.getBytes(1))), row.getInt(2));
        });
        return months;
    }

    /** @param months 0 takes the term away; what runs goes on */
    void set(VariantId variant, int months, UUID by, Instant at) {
        jdbc.update("delete from article_term where variant_id = ?", bytes(variant.value()));
        if (months > 0) {
            jdbc.update("insert into article_term (variant_id, months, changed_at, changed_by) values (?, ?, ?, ?)", bytes(variant.value()), months, utc(at), bytes(by));
        }
    }

    /** Those that run, or ended within the grace, and were not continued; what ends first coming first. */
    List<Row> of(CustomerId customer, LocalDate today) {
        return jdbc.query("select * from running_term where customer_id = ? and renewed_by is null and ends_on >= ? order by ends_on, id limit 100", (row, n) -> row(row),
                bytes(customer.value()), today.minusDays(GRACE_DAYS));
    }

    Optional<Row> find(CustomerId customer, UUID id) {
        return jdbc.query("select * from running_term where id = ? and customer_id = ?", (row, n) -> row(row), bytes(id), bytes(customer.value())).stream().findFirst();
    }

    /** The number of the order that continued it. */
    Optional<UUID> renewedBy(UUID id) {
        return jdbc.query("select renewed_by from running_term where id = ? and renewed_by is not null", (row, n) -> uuid(row.getBytes(1)), bytes(id)).stream().findFirst();
    }

    /** Not continued, ending within so many days, and not reminded of since then. @param remindedBefore null for those that nobody was reminded of */
    List<Row> ending(LocalDate from, LocalDate until, Instant remindedBefore, int most) {
        return remindedBefore == null
                ? jdbc.query("select * from running_term where renewed_by is null and ends_on between ? and ? and reminded_at is null order by ends_on, id limit ?", (row, n) -> row(row),
                        from, until, most)
                : jdbc.query("select * from running_term where renewed_by is null and ends_on between ? and ? and reminded_at < ? order by ends_on, id limit ?", (row, n) -> row(row),
                        from, until, utc(remindedBefore), most);
    }

    void reminded(UUID id, Instant at) {
        jdbc.update("update running_term set reminded_at = ? where id = ?", utc(at), bytes(id));
    }

    /** Of those that ended between: how many, and how many of them were continued. */
    int[] ended(LocalDate from, LocalDate until) {
        return jdbc.queryForObject("select count(*), count(renewed_by) from running_term where ends_on between ? and ?", (row, n) -> new int[] {row.getInt(1), row.getInt(2)}, from, until);
    }

    /** How many run on a day. */
    int running(LocalDate day) {
        return jdbc.queryForObject("select count(*) from running_term where begins_on <= ? and ends_on > ?", Integer.class, day, day);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(uuid(row.getBytes("id")), new CustomerId(uuid(row.getBytes("customer_id"))), new CustomerId(uuid(row.getBytes("person_id"))),
                new VariantId(uuid(row.getBytes("variant_id"))), row.getInt("quantity"), row.getInt("months"), row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class), row.getBytes("renewed_by") != null, row.getInt("reopened"));
    }
}
