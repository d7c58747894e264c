package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to collections. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class CollectionDesk {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final JdbcTemplate jdbc;
    private final ProductCollections collections;
    private final CategoryTree tree;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CollectionDesk(JdbcTemplate jdbc, ProductCollections collections, CategoryTree tree, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.collections = collections;
        this.tree = tree;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ProductCollection> list() {
        return collections.all();
    }

    /** Adds a collection, or changes the one of that slug. @throws Refused beside the field that is wrong */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void save(StaffId by, ProductCollection form) {
        check(form);
        var before = collections.all().stream().filter(some -> some.slug().equals(form.slug())).findFirst().orElse(null);
        var rule = ProductCollections.JSON.writeValueAsString(form.rule());
        var known = jdbc.query("select id from product_collection where slug = ?", (row, n) -> Columns.uuid(row.getBytes(1)), form.slug()).stream().findFirst();
        UUID id = known.orElseGet(Ids::next);
        if (known.isPresent()) {
            jdbc.update("update product_collection set version = version + 1, name_en = ?, name_fr = ?, description_en = ?, description_fr = ?, rules = ?, on_home = ?, "
                    + "position = ?, active = ? where id = ?", form.name().en(), form.name().fr(), text(form.description(), true), text(form.description(), false), rule,
                    form.onHome(), form.position(), form.active(), bytes(id));
        } else {
            jdbc.update("insert into product_collection (id, version, slug, name_en, name_fr, description_en, description_fr, rules, on_home, position, active) "
                    + "values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), form.slug(), form.name().en(), form.name().fr(), text(form.description(), true),
                    text(form.description(), false), rule, form.onHome(), form.position(), form.active());
        }
        audit.changed(by, "collection.saved", "collection", id, Change.of(form.slug()).from(before == null ? null : fields(before)).to(fields(form)));
        collections.changed();
        events.publishEvent(new ProductsChanged(List.of(), clock.instant()));
    }

    private void check(ProductCollection form) {
        if (form.slug() == null || !form.slug().matches("[a-z0-9]+(-[a-z0-9]+)*") || form.slug().length() > 80) {
            throw new Refused("catalog.handle.broken", "slug", Map.of("handle", form.slug() == null ? "" : form.slug()));
        }
        if (form.name() == null || missing(form.name().en(), LONGEST_NAME) || missing(form.name().fr(), LONGEST_NAME)) {
            throw new Refused("catalog.collection.name", "name", Map.of("most", LONGEST_NAME));
        }
        var rule = form.rule();
        if (rule.category() != null && !rule.category().isBlank() && !tree.has(rule.category())) {
            throw new Refused("catalog.collection.category", "category", Map.of());
        }
        if (rule.option() != null && !rule.option().isBlank() && !rule.option().matches("[a-z0-9-]{1,40}=[a-z0-9-]{1,60}")) {
            throw new Refused("catalog.collection.option", "option", Map.of());
        }
        if (rule.fact() != null && !rule.fact().isBlank() && (!rule.fact().contains("=") || rule.fact().length() > 200)) {
            throw new Refused("catalog.collection.fact", "fact", Map.of());
        }
        if (rule.priceFrom() != null && rule.priceTo() != null && rule.priceFrom().compareTo(rule.priceTo()) > 0) {
            throw new Refused("catalog.collection.price", "priceTo", Map.of());
        }
        if (rule.newDays() != null && (rule.newDays() < 1 || rule.newDays() > 3_650)) {
            throw new Refused("catalog.collection.days", "newDays", Map.of());
        }
        if (rule.facets().isEmpty() && rule.newDays() == null && rule.priceFrom() == null && rule.priceTo() == null && !rule.inStock()) {
            throw new Refused("catalog.collection.everything", "category", Map.of());
        }
    }

    private static boolean missing(String text, int most) {
        return text == null || text.isBlank() || text.length() > most;
    }

    private static String text(Localized text, boolean english) {
        var value = text == null ? null : english ? text.en() : text.fr();
        return value == null ? "" : value.length() > LONGEST_DESCRIPTION ? value.substring(0, LONGEST_DESCRIPTION) : value;
    }

    private static Map<String, Object> fields(ProductCollection form) {
        return Change.fields("nameEn", form.name().en(), "nameFr", form.name().fr(), "rule", form.rule(), "onHome", form.onHome(), "position", form.position(),
                "active", form.active());
    }
}
