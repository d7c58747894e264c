package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.ordering.OrderDelivered;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The questions after deliveries: WAITING, then SENT or SKIPPED, and ANSWERED. */
@Component
class FollowUpBook {

    private static final String ALL = "select id, order_number, customer_id, due_at, state, expires_at, answered_at, rating, words, inquiry from follow_up ";

    private final JdbcTemplate jdbc;

    FollowUpBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, OrderNumber order, CustomerId customer, Instant dueAt, String state, Instant expiresAt, Instant answeredAt, Integer rating, String words, String inquiry) {
    }

    /** Of an order one question, however often the news of its delivery comes. */
    void plan(OrderDelivered delivered, Instant due) {
        try {
            jdbc.update("insert into follow_up (id, order_id, order_number, customer_id, due_at, state) values (?, ?, ?, ?, ?, 'WAITING')", bytes(Ids.next()),
                    bytes(delivered.order().value()), delivered.number().value(), bytes(delivered.customer().value()), utc(due));
        } catch (DuplicateKeyException planned) {
            // it is there
        }
    }

    List<Row> due(Instant now, int most) {
        return jdbc.query(ALL + "where state = 'WAITING' and due_at <= ? order by due_at limit ?", (row, n) -> row(row), utc(now), most);
    }

    Optional<Row> due(OrderId order, Instant now) {
        return jdbc.query(ALL + "where order_id = ? and state = 'WAITING' and due_at <= ?", (row, n) -> row(row), bytes(order.value()), utc(now)).stream().findFirst();
    }

    /** @return whether nobody else did */
    boolean sent(UUID id, String tokenHash, Instant at, Instant expires) {
        return jdbc.update("update follow_up set state = 'SENT', sent_at = ?, token_hash = ?, expires_at = ? where id = ? and state = 'WAITING'",
                utc(at), tokenHash, utc(expires), bytes(id)) > 0;
    }

    void skip(UUID id) {
        jdbc.update("update follow_up set state = 'SKIPPED' where id = ? and state = 'WAITING'", (Object) bytes(id));
    }

    Optional<Row> byToken(String hash) {
        return jdbc.query(ALL + "where token_hash = ?", (row, n) -> row(row), hash).stream().findFirst();
    }

    /** @return whether it was the first answer */
    boolean answer(UUID id, int rating, String words, Instant at) {
        return jdbc.update("update follow_up set state = 'ANSWERED', answered_at = ?, rating = ?, words = ? where id = ? and state = 'SENT' and expires_at > ?", utc(at), rating, words, bytes(id),
                utc(at)) > 0;
    }

    void opened(UUID id, String inquiry) {
        jdbc.update("update follow_up set inquiry = ? where id = ?", inquiry, bytes(id));
    }

    /** The latest first. */
    List<Row> answers(Integer rating, int most) {
        return rating == null ? jdbc.query(ALL + "where answered_at is not null order by answered_at desc limit ?", (row, n) -> row(row), most)
                : jdbc.query(ALL + "where answered_at is not null and rating = ? order by answered_at desc limit ?", (row, n) -> row(row), rating, most);
    }

    /** How many of those that went out in that time were answered with each rating: the first is of 1; and none of them, 0. */
    List<Long> ratings(Instant from, Instant before) {
        var counts = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L));
        jdbc.query("select coalesce(rating, 0), count(*) from follow_up where sent_at >= ? and sent_at < ? group by coalesce(rating, 0)", row -> {
            counts.set(row.getInt(1), row.getLong(2));
        }, utc(from), utc(before));
        return counts;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(uuid(row.getBytes("id")), new OrderNumber(row.getString("order_number")), new CustomerId(uuid(row.getBytes("customer_id"))), instant(row, "due_at"),
                row.getString("state"), instant(row, "expires_at"), instant(row, "answered_at"), row.getObject("rating", Integer.class), row.getString("words"), row.getString("inquiry"));
    }
}
