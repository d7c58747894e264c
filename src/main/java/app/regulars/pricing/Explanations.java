package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.catalog.VariantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how the prices of an order came about when it was placed, and tells it again. */
@Component
public class Explanations {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    Explanations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A line as it was computed. @param why computes what was paid for the line, without tax */
    public record Line(UUID variant, int quantity, Expression why) {

        public boolean isOf(VariantId other) {
            return other != null && variant.equals(other.value());
        }
    }

    private record Document(List<Line> lines) {
    }

    void keep(UUID order, PricedCart priced, Instant at) {
        var document = new Document(of(priced));
        jdbc.update("insert into price_explanation (order_id, created_at, document) values (?, ?, ?)", bytes(order), utc(at), JSON.writeValueAsString(document));
    }

    /** What is kept of a price. */
    public static List<Line> of(PricedCart priced) {
        return priced.lines().stream().filter(line -> line.why() != null).map(line -> new Line(line.variant().value(), line.quantity(), line.why())).toList();
    }

    /** In the order of the lines; nothing for orders of before, and for those that came from elsewhere. */
    public Optional<List<Line>> ofOrder(UUID order) {
        return jdbc.queryForList("select document from price_explanation where order_id = ?", String.class, (Object) bytes(order)).stream().findFirst()
                .map(document -> JSON.readValue(document, Document.class).lines());
    }
}
