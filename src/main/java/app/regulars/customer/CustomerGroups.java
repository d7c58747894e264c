package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The plain entrance for other modules: in which groups a customer is, whether staff put her there or the group fills itself. Asked at every
 * price and every product, so it is kept in memory; a change of a group on this node counts at once, one on another node, or of what we
 * know of a customer, within seconds.
 */
@Service
public class CustomerGroups {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private static final String COLUMNS = "select g.id, g.code, g.name_en, g.name_fr, g.retired_at is not null, g.conditions, "
            + "(select count(*) from customer_group_member m where m.group_id = g.id) from customer_group g";

    private final JdbcTemplate jdbc;
    private final CustomerQueries queries;
    private final LoadingCache<CustomerId, Set<GroupId>> known;
    private final LoadingCache<String, List<Segment>> segments = Caffeine.newBuilder().expireAfterWrite(ELSEWHERE).build(all -> segments());

    /** A group that fills itself, ready to be asked for one customer. */
    private record Segment(GroupId id, CustomerQueries.Where where) {
    }

    CustomerGroups(JdbcTemplate jdbc, CustomerQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ELSEWHERE).build(this::read);
    }

    /** @param customer a person or a company, or null for a visitor, who is in none */
    public Set<GroupId> of(CustomerId customer) {
        return customer == null ? Set.of() : known.get(customer);
    }

    /** For whom a document of the search index is, as far as groups say it. */
    public Set<String> audience(CustomerId customer) {
        return of(customer).stream().map(CustomerGroups::audience).collect(Collectors.toCollection(HashSet::new));
    }

    /** How a document of the search index names a group that may find it. */
    public static String audience(GroupId group) {
        return "group:" + group;
    }

    /** By name, also those that are retired. One statement, and one for each group that fills itself. */
    public List<CustomerGroup> all() {
        return jdbc.query(COLUMNS + " order by g.name_en, g.code", (row, n) -> group(row)).stream().map(this::counted).toList();
    }

    /** Those that are not retired, by name; who is in one that fills itself is not counted. */
    List<CustomerGroup> names() {
        return jdbc.query(COLUMNS + " where g.retired_at is null order by g.name_en, g.code", (row, n) -> group(row));
    }

    public Optional<CustomerGroup> find(String code) {
        return jdbc.query(COLUMNS + " where g.code = ?", (row, n) -> group(row), code).stream().findFirst().map(this::counted);
    }

    /** Those who came last first. */
    List<CustomerId> members(CustomerGroup group, int offset, int limit) {
        return group.fillsItself() ? queries.page(group.conditions(), offset, limit).stream().map(CustomerRow::id).toList()
                : jdbc.query("select customer_id from customer_group_member where group_id = ? order by since desc, id desc limit ? offset ?",
                        (row, n) -> new CustomerId(uuid(row.getBytes(1))), bytes(group.id().value()), limit, offset);
    }

    private static CustomerGroup group(ResultSet row) throws SQLException {
        var conditions = row.getString(6);
        return new CustomerGroup(new GroupId(uuid(row.getBytes(1))), row.getString(2), new Localized(row.getString(3), row.getString(4)), row.getBoolean(5),
                conditions == null ? null : CustomerFilter.read(conditions), row.getLong(7));
    }

    private CustomerGroup counted(CustomerGroup group) {
        return !group.fillsItself() ? group
                : new CustomerGroup(group.id(), group.code(), group.name(), group.retired(), group.conditions(), queries.count(group.conditions()));
    }

    private List<Segment> segments() {
        return jdbc.query(COLUMNS + " where g.conditions is not null and g.retired_at is null", (row, n) -> group(row)).stream()
                .map(group -> new Segment(group.id(), queries.where(group.conditions()))).toList();
    }

    /** One statement, and one for all groups that fill themselves. */
    private Set<GroupId> read(CustomerId customer) {
        var groups = new HashSet<>(jdbc.query("select m.group_id from customer_group_member m join customer_group g on g.id = m.group_id "
                + "where m.customer_id = ? and g.retired_at is null and g.conditions is null", (row, n) -> new GroupId(uuid(row.getBytes(1))), bytes(customer.value())));
        var all = segments.get("");
        if (!all.isEmpty()) {
            var asked = new ArrayList<String>();
            var values = new ArrayList<>();
            for (var at = 0; at < all.size(); at++) {
                asked.add("select " + at + " from customer c" + all.get(at).where().sql() + " and c.id = ?");
                values.addAll(all.get(at).where().values());
                values.add(bytes(customer.value()));
            }
            jdbc.query(String.join(" union all ", asked), row -> {
                groups.add(all.get(row.getInt(1)).id());
            }, values.toArray());
        }
        return Set.copyOf(groups);
    }

    @EventListener
    void on(CustomerGroupsChanged changed) {
        AfterCommit.run(() -> {
            segments.invalidateAll();
            known.invalidateAll();
        });
    }
}
