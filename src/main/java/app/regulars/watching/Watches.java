package app.regulars.watching;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of wishes. */
@Component
class Watches {

    private static final String WAITS = "told_at is null and confirmed_at is not null";

    private final JdbcTemplate jdbc;

    Watches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customer null until a visitor has confirmed her address */
    record Row(UUID id, CustomerId customer, String email, Locale locale, VariantId variant, WatchKind kind, Money priceThen, Instant askedAt,
               Instant confirmedAt, Instant toldAt) {
    }

    UUID add(CustomerId customer, String email, Locale locale, VariantId variant, WatchKind kind, Money price, String tokenHash, Instant at) {
        var id = Ids.next();
        jdbc.update("insert into product_watch (id, customer_id, email, locale, variant_id, kind, price_then, currency, asked_at, token_hash, confirmed_at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), customer == null ? null : bytes(customer.value()), email, locale.toLanguageTag(),
                bytes(variant.value()), kind.name(), price == null ? null : price.amount(), price == null ? null : price.currency(), utc(at), tokenHash,
                tokenHash == null ? utc(at) : null);
        return id;
    }

    Optional<Row> waiting(CustomerId customer, VariantId variant, WatchKind kind) {
        return jdbc.query("select * from product_watch where customer_id = ? and variant_id = ? and kind = ? and " + WAITS, (row, n) -> row(row),
                bytes(customer.value()), bytes(variant.value()), kind.name()).stream().findFirst();
    }

    int countWaiting(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from product_watch where customer_id = ? and " + WAITS, Integer.class, bytes(customer.value()));
    }

    List<Row> of(CustomerId customer, int most) {
        return jdbc.query("select * from product_watch where customer_id = ? and confirmed_at is not null order by asked_at desc, id desc limit ?",
                (row, n) -> row(row), bytes(customer.value()), most);
    }

    boolean remove(CustomerId customer, UUID id) {
        return jdbc.update("delete from product_watch where id = ? and customer_id = ?", bytes(id), bytes(customer.value())) > 0;
    }

    Optional<Row> byToken(String hash, String lock) {
        return jdbc.query("select * from product_watch where token_hash = ?" + lock, (row, n) -> row(row), hash).stream().findFirst();
    }

    void confirm(UUID id, CustomerId customer, Instant at) {
        jdbc.update("update product_watch set customer_id = ?, confirmed_at = ?, email = null where id = ?", bytes(customer.value()), utc(at), bytes(id));
    }

    /** Those that wait, in the order of their ids. @param after null to begin */
    List<Row> waiting(UUID after, int most) {
        return after == null ? jdbc.query("select * from product_watch where " + WAITS + " order by id limit ?", (row, n) -> row(row), most)
                : jdbc.query("select * from product_watch where " + WAITS + " and id > ? order by id limit ?", (row, n) -> row(row), bytes(after), most);
    }

    /** @return whether nobody else did */
    boolean told(UUID id, Instant at) {
        return jdbc.update("update product_watch set told_at = ? where id = ? and told_at is null", utc(at), bytes(id)) > 0;
    }

    List<UUID> unconfirmedBefore(Instant moment) {
        return jdbc.query("select id from product_watch where confirmed_at is null and asked_at < ? limit 10000", (row, n) -> uuid(row.getBytes(1)), utc(moment));
    }

    void delete(UUID id) {
        jdbc.update("delete from product_watch where id = ?", bytes(id));
    }

    private static Row row(ResultSet row) throws SQLException {
        var customer = uuid(row.getBytes("customer_id"));
        var amount = row.getBigDecimal("price_then");
        return new Row(uuid(row.getBytes("id")), customer == null ? null : new CustomerId(customer), row.getString("email"), Languages.of(row.getString("locale")),
                new VariantId(uuid(row.getBytes("variant_id"))), WatchKind.valueOf(row.getString("kind")), amount == null ? null : new Money(amount, row.getString("currency")),
                instant(row, "asked_at"), instant(row, "confirmed_at"), instant(row, "told_at"));
    }
}
