package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.search.SearchIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the orders know of a person. After erasure they say what was sold, when, at what price and to which province, as tax law
 * asks, and no longer to whom.
 */
@Component
class OrderPersonalData implements PersonalDataSource {

    private static final int MOST = 10_000;

    private final JdbcTemplate jdbc;
    private final SearchIndex index;

    OrderPersonalData(JdbcTemplate jdbc, SearchIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    @Override
    public String block() {
        return "ordering.personal-data";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(CustomerId customer) {
        var lines = new HashMap<String, ArrayList<Map<String, Object>>>();
        jdbc.query("select o.number, l.sku, l.name_en, l.quantity, l.total_amount from sales_order o join sales_order_line l on l.order_id = o.id "
                + "where o.customer_id = ? order by o.placed_at, l.position", row -> {
                    lines.computeIfAbsent(row.getString(1), number -> new ArrayList<>()).add(Map.of("article", row.getString(2), "name", row.getString(3),
                            "quantity", row.getInt(4), "amount", row.getBigDecimal(5).toPlainString()));
                }, Columns.bytes(customer.value()));
        return Map.of("orders", jdbc.query("select number, placed_at, total, currency, contact_name, contact_email, contact_phone, recipient, line1, line2, city, "
                + "province, postal_code, country, purchase_reference, note from sales_order where customer_id = ? order by placed_at limit " + MOST, (row, n) -> {
                    var order = new HashMap<String, Object>();
                    order.put("number", row.getString("number"));
                    order.put("placedAt", String.valueOf(Columns.instant(row, "placed_at")));
                    order.put("total", row.getBigDecimal("total").toPlainString() + " " + row.getString("currency"));
                    for (var column : new String[] {"contact_name", "contact_email", "contact_phone", "recipient", "line1", "line2", "city", "province",
                            "postal_code", "country", "purchase_reference", "note"}) {
                        if (row.getString(column) != null) {
                            order.put(column, row.getString(column));
                        }
                    }
                    order.put("lines", lines.getOrDefault(row.getString("number"), new ArrayList<>()));
                    return order;
                }, Columns.bytes(customer.value())));
    }

    @Override
    @Transactional
    public void erase(CustomerId customer) {
        var id = Columns.bytes(customer.value());
        var numbers = jdbc.queryForList("select number from sales_order where customer_id = ?", String.class, id);
        jdbc.update("update sales_order set contact_name = '', contact_email = null, contact_phone = null, recipient = null, line1 = null, line2 = null, "
                + "city = null, postal_code = null, purchase_reference = null, note = null, search_text = lower(number) where customer_id = ?", id);
        jdbc.update("update sales_order_moment set detail = null where what = 'note' and order_id in (select id from sales_order where customer_id = ?)", id);
        jdbc.update("delete from cart_line where cart_id in (select id from cart where owner_key = ?)", CartOwner.of(customer).key());
        jdbc.update("delete from cart where owner_key = ?", CartOwner.of(customer).key());
        numbers.forEach(number -> {
            index.remove("order", number);
            index.remove("staff-order", number);
        });
    }
}
