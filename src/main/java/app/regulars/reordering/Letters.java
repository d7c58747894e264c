package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.SecretKeys;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was mailed, or held back, and the signed links of it: number and end of the letter under the shop's own key, nothing of the person. */
@Component
class Letters {

    private static final String USE = "reorder-basket";
    private static final int SIGNED = 40;

    private final JdbcTemplate jdbc;
    private final SecretKeys keys;

    Letters(JdbcTemplate jdbc, SecretKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param reminder null where nobody asked for it: what was foreseen */
    record Row(UUID id, CustomerId customer, CustomerId person, UUID reminder, boolean heldBack, Instant madeAt, Instant endsAt, Instant openedAt) {
    }

    Row add(CustomerId customer, CustomerId person, UUID reminder, boolean heldBack, List<ShoppingLists.Line> lines, Instant at, Instant until) {
        var id = Ids.next();
        jdbc.update("insert into reorder_letter (id, customer_id, person_id, reminder_id, held_back, made_at, ends_at) values (?, ?, ?, ?, ?, ?, ?)", bytes(id),
                bytes(customer.value()), bytes(person.value()), reminder == null ? null : bytes(reminder), heldBack, utc(at), utc(until));
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            rows.add(new Object[] {bytes(id), rows.size(), bytes(line.variant().value()), line.configuration().text(), line.quantity(),
                line.then() == null ? null : line.then().amount(), line.then() == null ? null : line.then().currency()});
        }
        jdbc.batchUpdate("insert into reorder_letter_line (letter_id, position, variant_id, configuration, quantity, each_then, currency_then) values (?, ?, ?, ?, ?, ?, ?)", rows);
        return new Row(id, customer, person, reminder, heldBack, at, until, null);
    }

    List<ShoppingLists.Line> lines(UUID letter) {
        return jdbc.query("select variant_id, configuration, quantity, each_then, currency_then from reorder_letter_line where letter_id = ? order by position", (row, n) -> {
            var then = row.getBigDecimal("each_then");
            return new ShoppingLists.Line(new VariantId(uuid(row.getBytes("variant_id"))), Configuration.of(row.getString("configuration")), row.getInt("quantity"),
                    then == null ? null : new Money(then, row.getString("currency_then")));
        }, bytes(letter));
    }

    void opened(UUID id, Instant at) {
        jdbc.update("update reorder_letter set opened_at = ? where id = ? and opened_at is null", utc(at), bytes(id));
    }

    /** The latest that nobody asked for, at most so many. */
    List<Row> foreseen(Instant since, int most) {
        return jdbc.query("select * from reorder_letter where reminder_id is null and made_at >= ? order by made_at desc limit ?", (row, n) -> row(row), utc(since), most);
    }

    /** Whether something was foreseen for her since then, mailed or held back. */
    boolean foreseen(CustomerId customer, Instant since) {
        return jdbc.queryForObject("select count(*) from reorder_letter where customer_id = ? and reminder_id is null and made_at >= ?", Integer.class,
                bytes(customer.value()), utc(since)) > 0;
    }

    String token(Row row) {
        var id = ByteBuffer.allocate(16).putLong(row.id().getMostSignificantBits()).putLong(row.id().getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "." + signature(row.id(), row.endsAt());
    }

    /** Nothing for what was not signed here, and for what was held back; whether it has ended is for whoever asks. */
    Optional<Row> read(String token) {
        var parts = token == null || token.length() > 100 ? new String[0] : token.split("\\.");
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] id;
        try {
            id = Base64.getUrlDecoder().decode(parts[0]);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (id.length != 16) {
            return Optional.empty();
        }
        return jdbc.query("select * from reorder_letter where id = ? and held_back = false", (row, n) -> row(row), id).stream().findFirst()
                .filter(row -> MessageDigest.isEqual(signature(row.id(), row.endsAt()).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8)));
    }

    private String signature(UUID id, Instant endsAt) {
        return keys.sign(USE, id + " until " + endsAt.getEpochSecond()).substring(0, SIGNED);
    }

    private static Row row(ResultSet row) throws SQLException {
        var reminder = row.getBytes("reminder_id");
        return new Row(uuid(row.getBytes("id")), new CustomerId(uuid(row.getBytes("customer_id"))), new CustomerId(uuid(row.getBytes("person_id"))),
                reminder == null ? null : uuid(reminder), row.getBoolean("held_back"), instant(row, "made_at"), instant(row, "ends_at"), instant(row, "opened_at"));
    }
}
