package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * The plain entrance for other modules: in which groups a customer is. Asked at every price and every product, so it is kept in memory;
 * a change on this node counts at once, one on another node within seconds.
 */
@Service
public class CustomerGroups {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final JdbcTemplate jdbc;
    private final LoadingCache<CustomerId, Set<GroupId>> known;

    CustomerGroups(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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

    /** By name, also those that are retired. */
    public List<CustomerGroup> all() {
        return jdbc.query("select g.id, g.code, g.name_en, g.name_fr, g.retired_at is not null, (select count(*) from customer_group_member m where m.group_id = g.id) "
                + "from customer_group g order by g.name_en, g.code", (row, n) -> new CustomerGroup(new GroupId(uuid(row.getBytes(1))), row.getString(2),
                new Localized(row.getString(3), row.getString(4)), row.getBoolean(5), row.getLong(6)));
    }

    public Optional<CustomerGroup> find(String code) {
        return all().stream().filter(group -> group.code().equals(code)).findFirst();
    }

    private Set<GroupId> read(CustomerId customer) {
        return Set.copyOf(jdbc.query("select m.group_id from customer_group_member m join customer_group g on g.id = m.group_id "
                + "where m.customer_id = ? and g.retired_at is null", (row, n) -> new GroupId(uuid(row.getBytes(1))), bytes(customer.value())));
    }

    @EventListener
    void on(CustomerGroupsChanged changed) {
        AfterCommit.run(known::invalidateAll);
    }
}
