package app.regulars.review;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.ProductId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads reviews in lists, and keeps what they said before. */
@Component
class ReviewBook {

    private static final String ALL = "select id, product_id, customer_id, stars, title, text, language, verified, status, cause, reason, appeal, written_at, edited_at, published_at, "
            + "reply, replied_by, replied_at, helpful from review ";

    private final JdbcTemplate jdbc;
    private final ReviewPictures pictures;

    ReviewBook(JdbcTemplate jdbc, ReviewPictures pictures) {
        this.jdbc = jdbc;
        this.pictures = pictures;
    }

    /** Published ones. @param stars 0 for all */
    List<ReviewRow> shown(ProductId product, int stars, ReviewOrder order, int offset, int most) {
        var values = new ArrayList<Object>(List.of(bytes(product.value())));
        if (stars > 0) {
            values.add(stars);
        }
        values.add(most);
        values.add(offset);
        return query(ALL + "where product_id = ? and status = 'PUBLISHED'" + (stars > 0 ? " and stars = ?" : "") + " order by " + order.sql() + " limit ? offset ?", values.toArray());
    }

    /** The latest first. */
    List<ReviewRow> of(CustomerId customer, int most) {
        return query(ALL + "where customer_id = ? order by written_at desc limit ?", bytes(customer.value()), most);
    }

    Optional<ReviewRow> find(ReviewId id) {
        return query(ALL + "where id = ?", (Object) bytes(id.value())).stream().findFirst();
    }

    /** What waits longest first; what is decided, the latest first. */
    List<ReviewRow> standing(ReviewStatus status, int offset, int most) {
        var order = status == ReviewStatus.WAITING ? "written_at, id" : "written_at desc, id desc";
        return query(ALL + "where status = ? order by " + order + " limit ? offset ?", status.name(), most, offset);
    }

    Map<ReviewStatus, Long> counts() {
        var counts = new EnumMap<ReviewStatus, Long>(ReviewStatus.class);
        jdbc.query("select status, count(*) from review group by status", row -> {
            counts.put(ReviewStatus.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    long count(CustomerId customer, ReviewStatus status) {
        return status == null ? jdbc.queryForObject("select count(*) from review where customer_id = ?", Long.class, (Object) bytes(customer.value()))
                : jdbc.queryForObject("select count(*) from review where customer_id = ? and status = ?", Long.class, bytes(customer.value()), status.name());
    }

    /** Which of these products she has reviewed. */
    List<ProductId> reviewed(CustomerId customer) {
        return jdbc.query("select product_id from review where customer_id = ?", (row, n) -> new ProductId(uuid(row.getBytes(1))), (Object) bytes(customer.value()));
    }

    void keep(ReviewId review, Review.Edit before, Instant at) {
        jdbc.update("insert into review_edit (id, review_id, stars, title, text, edited_at) values (?, ?, ?, ?, ?, ?)", bytes(Ids.next()), bytes(review.value()), before.stars(),
                before.title(), before.text(), utc(at));
    }

    void deleteEdits(ReviewId review) {
        jdbc.update("delete from review_edit where review_id = ?", (Object) bytes(review.value()));
    }

    /** The latest first. */
    List<ReviewFile.Before> before(ReviewId review, int most) {
        return jdbc.query("select stars, title, text, edited_at from review_edit where review_id = ? order by edited_at desc, id desc limit ?",
                (row, n) -> new ReviewFile.Before(row.getInt(1), row.getString(2), row.getString(3), instant(row, "edited_at")), bytes(review.value()), most);
    }

    /** Who got one of these products has bought what she reviewed before it left. */
    void verify(CustomerId customer, Collection<ProductId> products) {
        for (var product : products) {
            jdbc.update("update review set verified = ?, version = version + 1 where product_id = ? and customer_id = ? and verified = ?", true, bytes(product.value()), bytes(customer.value()),
                    false);
        }
    }

    private List<ReviewRow> query(String sql, Object... values) {
        var rows = jdbc.query(sql, (row, n) -> row(row), values);
        var theirs = pictures.of(rows.stream().map(ReviewRow::id).toList());
        return theirs.isEmpty() ? rows : rows.stream().map(row -> row.with(theirs.getOrDefault(row.id(), List.of()))).toList();
    }

    private static ReviewRow row(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return new ReviewRow(new ReviewId(uuid(row.getBytes("id"))), new ProductId(uuid(row.getBytes("product_id"))),
                row.getBytes("customer_id") == null ? null : new CustomerId(id(row, "customer_id")), row.getInt("stars"), row.getString("title"), row.getString("text"),
                row.getString("language"), row.getBoolean("verified"), ReviewStatus.valueOf(row.getString("status")), cause == null ? null : WaitCause.valueOf(cause),
                row.getString("reason"), row.getString("appeal"), instant(row, "written_at"), instant(row, "edited_at"), instant(row, "published_at"), row.getString("reply"),
                row.getBytes("replied_by") == null ? null : new StaffId(id(row, "replied_by")), instant(row, "replied_at"), row.getInt("helpful"), List.of());
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return uuid(row.getBytes(column));
    }
}
