package app.regulars.ordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that ask what somebody has in her hands: what was ordered and has left or arrived. Never injected into a view. */
@Service
@Transactional(readOnly = true)
public class ReceivedGoods {

    private static final String RECEIVED = "from sales_order o join sales_order_line l on l.order_id = o.id where o.kind = 'ORDER' and o.status in ('SHIPPED', 'DELIVERED') "
            + "and l.quantity > 0 and l.variant_id is not null and o.customer_id in (";

    private final JdbcTemplate jdbc;
    private final BuyingProfiles records;

    ReceivedGoods(JdbcTemplate jdbc, BuyingProfiles records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Whether any of these customers, or a record that was merged into theirs, got one of these variants. */
    public boolean has(Collection<CustomerId> customers, Collection<VariantId> variants) {
        if (variants.isEmpty()) {
            return false;
        }
        var all = all(customers);
        var values = new ArrayList<>(all);
        variants.forEach(variant -> values.add(bytes(variant.value())));
        return !jdbc.queryForList("select 1 " + RECEIVED + BuyingProfiles.marks(all) + ") and l.variant_id in (" + marks(variants.size()) + ") limit 1", Integer.class,
                values.toArray()).isEmpty();
    }

    /** What they got, each variant once, the latest first. @param most lines that are looked at */
    public Set<VariantId> latest(Collection<CustomerId> customers, int most) {
        var all = all(customers);
        var values = new ArrayList<>(all);
        values.add(most);
        return new LinkedHashSet<>(jdbc.query("select l.variant_id " + RECEIVED + BuyingProfiles.marks(all) + ") order by o.placed_at desc, l.position limit ?",
                (row, n) -> new VariantId(uuid(row.getBytes(1))), values.toArray()));
    }

    private List<Object> all(Collection<CustomerId> customers) {
        var all = new LinkedHashSet<CustomerId>(customers);
        var found = new ArrayList<Object>();
        all.forEach(customer -> found.addAll(records.records(customer)));
        return found;
    }

    private static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }
}
