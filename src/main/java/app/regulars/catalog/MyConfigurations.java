package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: pieces as I want them made, to be ordered again. */
@Service
@Transactional
public class MyConfigurations {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 120;

    private final JdbcTemplate jdbc;
    private final Catalog catalog;
    private final Viewers viewers;
    private final Clock clock;

    MyConfigurations(JdbcTemplate jdbc, Catalog catalog, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.viewers = viewers;
        this.clock = clock;
    }

    private record Row(UUID id, VariantId variant, Configuration configuration, String name, Instant savedAt) {
    }

    /**
     * Keeps it; the same again is kept once.
     *
     * @param name empty for a name made of the product's and what was said
     * @throws Refused for what the product does not allow, beside the field
     */
    public void add(CustomerId me, VariantId variant, Configuration said, String name) {
        var known = catalog.variants(List.of(variant), viewers.of(me)).get(variant);
        if (known == null || !known.sellable()) {
            throw new NotFound();
        }
        var configuration = Configuration.checked(known.inputs(), said.values());
        var rows = rows(me);
        if (rows.stream().anyMatch(row -> row.variant().equals(variant) && row.configuration().equals(configuration))) {
            return;
        }
        if (rows.size() >= MOST) {
            throw new Refused("catalog.configuration.many", Map.of("most", MOST));
        }
        jdbc.update("insert into saved_configuration (id, customer_id, variant_id, configuration, name, saved_at) values (?, ?, ?, ?, ?, ?)", bytes(Ids.next()),
                bytes(me.value()), bytes(variant.value()), configuration.text(), named(name, known), utc(clock.instant()));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<SavedConfiguration> list(CustomerId me) {
        var rows = rows(me);
        var variants = catalog.variants(rows.stream().map(Row::variant).distinct().toList(), viewers.of(me));
        return rows.stream().filter(row -> variants.containsKey(row.variant()))
                .map(row -> new SavedConfiguration(row.id(), row.name(), variants.get(row.variant()), row.configuration(), row.savedAt())).toList();
    }

    @Transactional(readOnly = true)
    public Optional<SavedConfiguration> find(CustomerId me, UUID id) {
        return list(me).stream().filter(saved -> saved.id().equals(id)).findFirst();
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public void rename(CustomerId me, UUID id, String name) {
        var checked = PersonTexts.bounded(PersonTexts.required(name, "catalog.configuration.name", "name"), LONGEST_NAME, "name");
        if (jdbc.update("update saved_configuration set name = ? where id = ? and customer_id = ?", checked, bytes(id), bytes(me.value())) == 0) {
            throw new NotFound();
        }
    }

    /** @throws NotFound as {@link #rename} */
    public void remove(CustomerId me, UUID id) {
        if (jdbc.update("delete from saved_configuration where id = ? and customer_id = ?", bytes(id), bytes(me.value())) == 0) {
            throw new NotFound();
        }
    }

    private List<Row> rows(CustomerId me) {
        return jdbc.query("select id, variant_id, configuration, name, saved_at from saved_configuration where customer_id = ? order by saved_at desc, id desc limit ?",
                (row, n) -> new Row(uuid(row.getBytes(1)), new VariantId(uuid(row.getBytes(2))), Configuration.of(row.getString(3)), row.getString(4),
                        instant(row, "saved_at")), bytes(me.value()), MOST);
    }

    private static String named(String name, SellableVariant variant) {
        var given = name == null ? "" : name.strip();
        var text = given.isEmpty() ? variant.name().en() : given;
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }
}
