package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of reminders that people asked for. */
@Component
class Reminders {

    private final JdbcTemplate jdbc;

    Reminders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customer for whom it is ordered @param person who asked and is written to */
    record Row(UUID id, CustomerId customer, CustomerId person, UUID list, VariantId variant, Integer quantity, Integer everyDays, LocalDate nextOn, Locale locale) {
    }

    UUID add(CustomerId customer, CustomerId person, UUID list, VariantId variant, Integer quantity, Integer everyDays, LocalDate nextOn, Locale locale, Instant at) {
        var id = Ids.next();
        jdbc.update("insert into reorder_reminder (id, customer_id, person_id, list_id, variant_id, quantity, every_days, next_on, locale, asked_at) values "
                + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), bytes(customer.value()), bytes(person.value()), list == null ? null : bytes(list),
                variant == null ? null : bytes(variant.value()), quantity, everyDays, nextOn, locale.toLanguageTag(), utc(at));
        return id;
    }

    List<Row> of(CustomerId customer, CustomerId person) {
        return jdbc.query("select * from reorder_reminder where customer_id = ? and person_id = ? and stopped_at is null order by next_on, id", (row, n) -> row(row),
                bytes(customer.value()), bytes(person.value()));
    }

    Optional<Row> find(UUID id) {
        return jdbc.query("select * from reorder_reminder where id = ?", (row, n) -> row(row), bytes(id)).stream().findFirst();
    }

    boolean stop(UUID id, CustomerId person, Instant at) {
        return jdbc.update("update reorder_reminder set stopped_at = ? where id = ? and person_id = ? and stopped_at is null", utc(at), bytes(id), bytes(person.value())) > 0;
    }

    /** Those whose day has come, in the order of their ids. @param after null to begin */
    List<Row> due(LocalDate today, UUID after, int most) {
        return after == null ? jdbc.query("select * from reorder_reminder where stopped_at is null and next_on <= ? order by id limit ?", (row, n) -> row(row), today, most)
                : jdbc.query("select * from reorder_reminder where stopped_at is null and next_on <= ? and id > ? order by id limit ?", (row, n) -> row(row), today, bytes(after),
                        most);
    }

    /** @return whether nobody else did */
    boolean next(Row row, LocalDate nextOn) {
        return jdbc.update("update reorder_reminder set next_on = ? where id = ? and next_on = ? and stopped_at is null", nextOn, bytes(row.id()), row.nextOn()) > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        var list = row.getBytes("list_id");
        var variant = row.getBytes("variant_id");
        return new Row(uuid(row.getBytes("id")), new CustomerId(uuid(row.getBytes("customer_id"))), new CustomerId(uuid(row.getBytes("person_id"))),
                list == null ? null : uuid(list), variant == null ? null : new VariantId(uuid(variant)), row.getObject("quantity", Integer.class),
                row.getObject("every_days", Integer.class), row.getObject("next_on", LocalDate.class), Languages.of(row.getString("locale")));
    }
}
