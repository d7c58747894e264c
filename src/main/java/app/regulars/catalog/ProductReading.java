package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Localized;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Published products for pages that show them: two statements whatever the number, a third where any is for some groups only, and no
 * transaction around them, which alone would be several ways to the database.
 */
@Component
class ProductReading {

    private static final String PRODUCTS = "select p.id, p.handle, p.name_en, p.name_fr, p.published_at, p.tax_class, p.limited, p.content, c.category_slug, c.main "
            + "from product p left join product_category c on c.product_id = p.id where p.status = 'PUBLISHED' and p.handle in (";
    private static final String VARIANTS = "select id, product_id, sku, option_values, unit_quantity, unit_measure, unit_per, weight_grams, backorderable, min_quantity, "
            + "quantity_step, most_per_order, lead_days from product_variant where retired = false and product_id in (";

    private final JdbcTemplate jdbc;
    private final ProductContentConverter contents = new ProductContentConverter();
    private final ProductContentConverter.OptionValues options = new ProductContentConverter.OptionValues();

    ProductReading(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Row {

        private ReadProduct product;
        private String main;
        private final Set<String> categories = new HashSet<>();
        private final Set<GroupId> groups = new HashSet<>();
        private final List<ReadProduct.Part> variants = new ArrayList<>();

        private ReadProduct whole() {
            return new ReadProduct(product.id(), product.handle(), product.name(), true, product.publishedAt(), product.taxClass(), product.content(), main,
                    Set.copyOf(categories), Set.copyOf(groups), List.copyOf(variants));
        }
    }

    /** Those of them that are published, whoever may see them. */
    List<ReadProduct> of(Collection<String> handles) {
        if (handles.isEmpty()) {
            return List.of();
        }
        var rows = new LinkedHashMap<UUID, Row>();
        var limited = new ArrayList<byte[]>();
        jdbc.query(PRODUCTS + marks(handles.size()), row -> {
            var id = uuid(row.getBytes("id"));
            var one = rows.get(id);
            if (one == null) {
                one = new Row();
                one.product = product(id, row);
                rows.put(id, one);
                if (row.getBoolean("limited")) {
                    limited.add(bytes(id));
                }
            }
            var slug = row.getString("category_slug");
            if (slug != null) {
                one.categories.add(slug);
                one.main = row.getBoolean("main") ? slug : one.main;
            }
        }, handles.toArray());
        if (rows.isEmpty()) {
            return List.of();
        }
        jdbc.query(VARIANTS + marks(rows.size()) + " order by product_id, position", row -> {
            rows.get(uuid(row.getBytes("product_id"))).variants.add(variant(row));
        }, rows.keySet().stream().map(id -> (Object) bytes(id)).toArray());
        if (!limited.isEmpty()) {
            jdbc.query("select product_id, group_id from product_audience where product_id in (" + marks(limited.size()), row -> {
                rows.get(uuid(row.getBytes(1))).groups.add(new GroupId(uuid(row.getBytes(2))));
            }, limited.toArray());
        }
        return rows.values().stream().map(Row::whole).toList();
    }

    private ReadProduct product(UUID id, ResultSet row) throws SQLException {
        return new ReadProduct(id, row.getString("handle"), new Localized(row.getString("name_en"), row.getString("name_fr")), true, instant(row, "published_at"),
                row.getString("tax_class"), contents.convertToEntityAttribute(row.getString("content")), null, Set.of(), Set.of(), List.of());
    }

    private ReadProduct.Part variant(ResultSet row) throws SQLException {
        var quantity = row.getBigDecimal("unit_quantity");
        return new ReadProduct.Part(uuid(row.getBytes("id")), row.getString("sku"), options.convertToEntityAttribute(row.getString("option_values")),
                quantity == null ? null : new ProductForm.Unit(quantity, row.getString("unit_measure"), row.getBigDecimal("unit_per")), row.getInt("weight_grams"),
                row.getBoolean("backorderable"), new Quantities(row.getInt("min_quantity"), row.getInt("quantity_step"), row.getObject("most_per_order", Integer.class)),
                row.getObject("lead_days", Integer.class));
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?")) + ")";
    }
}
