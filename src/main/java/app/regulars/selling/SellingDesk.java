package app.regulars.selling;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Purchases;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to agents and to the keys of programs. A key is shown once, when it is made. */
@Service
@Transactional
@RolesAllowed(Permissions.CHANNELS_SETUP)
public class SellingDesk {

    /** What an agent can be; their names are the texts selling.kind.{code}. */
    public static final List<String> KINDS = List.of("partner", "franchise", "office", "affiliate");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_KEY_NAME = 80;
    private static final int HINT = 8;

    private final Agents agents;
    private final ApiKeys keys;
    private final CustomerDirectory customers;
    private final Purchases purchases;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SellingDesk(Agents agents, ApiKeys keys, CustomerDirectory customers, Purchases purchases, AuditTrail audit, JdbcTemplate jdbc, Clock clock) {
        this.agents = agents;
        this.keys = keys;
        this.customers = customers;
        this.purchases = purchases;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<AgentRow> agents() {
        var staff = new HashMap<String, Set<StaffId>>();
        jdbc.query("select agent_code, staff_id from sales_agent_staff", row -> {
            staff.computeIfAbsent(row.getString(1), code -> new HashSet<>()).add(new StaffId(uuid(row.getBytes(2))));
        });
        return jdbc.query("select code, name, kind, active from sales_agent order by active desc, name limit 500", (row, n) -> new AgentRow(row.getString(1), row.getString(2),
                row.getString(3), row.getBoolean(4), staff.getOrDefault(row.getString(1), Set.of())));
    }

    /** A new one, or the one of that code as it is from now on. @throws Refused beside code, name or kind */
    public void save(AgentForm typed, StaffId by) {
        var code = typed.code() == null ? "" : typed.code().strip().toUpperCase(Locale.ROOT);
        if (!Agents.CODE.matcher(code).matches()) {
            throw new Refused("selling.code.wrong", "code", Map.of());
        }
        var name = PersonTexts.bounded(PersonTexts.required(typed.name(), "selling.name.missing", "name"), LONGEST_NAME, "name");
        if (!KINDS.contains(typed.kind())) {
            throw new Refused("selling.kind.missing", "kind", Map.of());
        }
        if (jdbc.update("update sales_agent set name = ?, kind = ?, active = ? where code = ?", name, typed.kind(), typed.active(), code) == 0) {
            jdbc.update("insert into sales_agent (code, name, kind, active, made_by, made_at) values (?, ?, ?, ?, ?, ?)", code, name, typed.kind(), typed.active(), bytes(by.value()),
                    utc(clock.instant()));
        }
        jdbc.update("delete from sales_agent_staff where agent_code = ?", code);
        typed.staff().forEach(each -> jdbc.update("insert into sales_agent_staff (staff_id, agent_code) values (?, ?)", bytes(each.value()), code));
        audit.changed(by, "agent.changed", "agent", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                Change.of(name).to(Change.fields("code", code, "kind", typed.kind(), "active", typed.active(), "staff", typed.staff().size())));
    }

    @Transactional(readOnly = true)
    public List<KeyRow> keys() {
        return keys.all();
    }

    /**
     * Makes a key for a customer, or for an agent.
     *
     * @param customer the customer's number; empty for an agent's key
     * @param agent    the agent's code; empty for a customer's key
     * @return the secret, which nobody can be shown again
     */
    public String makeKey(String name, String customer, String agent, StaffId by) {
        var called = PersonTexts.bounded(PersonTexts.required(name, "selling.key.name.missing", "keyName"), LONGEST_KEY_NAME, "keyName");
        var forCustomer = customer != null && !customer.isBlank();
        var forAgent = agent != null && !agent.isBlank();
        if (forCustomer == forAgent) {
            throw new Refused("selling.key.whose", "keyCustomer", Map.of());
        }
        var card = forCustomer ? customers.findByNumber(customer.strip().toUpperCase(Locale.ROOT)).orElseThrow(() -> new Refused("selling.key.customer.none", "keyCustomer", Map.of())) : null;
        var code = forAgent ? agents.valid(agent).orElseThrow(() -> new Refused("selling.key.agent.none", "keyAgent", Map.of())) : null;
        return made(called, KeyScope.ORDERS, card, code, by);
    }

    /**
     * Makes a key for a telephone system, or for another system that brings in what people ask.
     *
     * @return the secret, which nobody can be shown again
     */
    public String makeKey(String name, KeyScope scope, StaffId by) {
        if (scope == KeyScope.ORDERS) {
            throw new Refused("selling.key.whose", "keyCustomer", Map.of());
        }
        return made(PersonTexts.bounded(PersonTexts.required(name, "selling.key.name.missing", "keyName"), LONGEST_KEY_NAME, "keyName"), scope, null, null, by);
    }

    private String made(String called, KeyScope scope, CustomerCard card, String agent, StaffId by) {
        var secret = ApiKeys.BEGIN + Secrets.next();
        var id = Ids.next();
        jdbc.update("insert into api_key (id, name, secret_hash, hint, customer_id, agent_code, scope, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), called,
                Secrets.hash(secret), secret.substring(0, HINT), card == null ? null : bytes(card.id().value()), agent, scope.code(), bytes(by.value()), utc(clock.instant()));
        audit.changed(by, "api-key.made", "api-key", id, Change.of(called).to(Change.fields("customer", card == null ? null : card.number(), "agent", agent, "scope", scope.code())));
        return secret;
    }

    /** It opens nothing from now on. @throws NotFound for no such key */
    public void revoke(UUID key, StaffId by) {
        if (jdbc.update("update api_key set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null", utc(clock.instant()), bytes(by.value()), bytes(key)) == 0) {
            throw new NotFound();
        }
        audit.changed(by, "api-key.revoked", "api-key", key, Change.of(null));
    }

    /** Names of the customers of keys. */
    @Transactional(readOnly = true)
    public Map<app.regulars.platform.identity.CustomerId, CustomerCard> customers(List<KeyRow> rows) {
        return customers.cards(rows.stream().map(KeyRow::customer).filter(java.util.Objects::nonNull).collect(java.util.stream.Collectors.toSet()));
    }

    /** What came by which way and through whom. @param channel empty for all @param agent empty for all, "-" for the shop's own */
    @Transactional(readOnly = true)
    public List<Purchases.Sold> sold(int days, String channel, String agent) {
        return purchases.sold(clock.instant().minus(Duration.ofDays(days)), channel, agent);
    }
}
