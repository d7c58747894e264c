package app.regulars.arranging;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCollections;
import app.regulars.customer.CustomerGroup;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what the shop's pages show to whom. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_ARRANGE)
public class ArrangingDesk {

    static final int LONGEST_TITLE = 160;
    static final int LONGEST_TEXT = 4_000;
    private static final int MOST = 40;
    private static final String EVERYBODY = "everybody";

    private final Arrangements arrangements;
    private final CustomerGroups groups;
    private final Catalog catalog;
    private final ProductCollections collections;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    ArrangingDesk(Arrangements arrangements, CustomerGroups groups, Catalog catalog, ProductCollections collections, JdbcTemplate jdbc, AuditTrail audit) {
        this.arrangements = arrangements;
        this.groups = groups;
        this.catalog = catalog;
        this.collections = collections;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** In their order, those that do not show as well. */
    @Transactional(readOnly = true)
    public List<HomeBlock> blocks() {
        return arrangements.blocks();
    }

    /** What is laid down for everybody first, then for groups. */
    @Transactional(readOnly = true)
    public List<Face> faces() {
        var all = new ArrayList<>(arrangements.faces());
        if (all.stream().noneMatch(face -> face.group() == null)) {
            all.add(new Face(null, 0, null, ListStyle.GRID, null, Map.of()));
        }
        all.sort(java.util.Comparator.comparing(face -> face.group() == null ? "" : face.group().toString()));
        return all;
    }

    /** By name; those that are retired only where something is still laid down for them. */
    @Transactional(readOnly = true)
    public List<CustomerGroup> groups() {
        var used = arrangements.faces().stream().map(Face::group).collect(Collectors.toSet());
        arrangements.blocks().forEach(block -> used.addAll(block.groups()));
        return groups.all().stream().filter(group -> !group.retired() || used.contains(group.id())).toList();
    }

    /** Everything that is wrong with the form, one refusal a field. @param changed the block that is changed, or null for a new one */
    @Transactional(readOnly = true)
    public List<Refused> problems(BlockForm form, UUID changed) {
        var problems = new ArrayList<Refused>();
        var all = arrangements.blocks();
        if (form.kind() == null || !form.kind().isRepeatable() && all.stream().anyMatch(block -> block.kind() == form.kind() && !block.id().equals(changed))) {
            problems.add(new Refused("arranging.block.once", Map.of()));
        }
        if (changed == null && all.size() >= MOST) {
            problems.add(new Refused("arranging.block.many", Map.of("most", MOST)));
        }
        if (form.audience() == null) {
            problems.add(new Refused("arranging.block.audience", "audience", Map.of()));
        } else if (form.audience() == Audience.GROUPS && known(form.groups()).isEmpty()) {
            problems.add(new Refused("arranging.block.groups", "groups", Map.of()));
        }
        if (form.from() != null && form.until() != null && form.until().isBefore(form.from())) {
            problems.add(new Refused("arranging.block.period", "until", Map.of()));
        }
        if (form.kind() == BlockKind.NOTICE) {
            Refused.collect(problems, () -> title(form.titleEn(), "titleEn"));
            Refused.collect(problems, () -> title(form.titleFr(), "titleFr"));
            Refused.collect(problems, () -> text(form.textEn(), "textEn"));
            Refused.collect(problems, () -> text(form.textFr(), "textFr"));
        }
        if (form.kind() == BlockKind.COLLECTION && collections.find(Objects.requireNonNullElse(form.target(), "")).isEmpty()
                || form.kind() == BlockKind.CATEGORY && catalog.category(Objects.requireNonNullElse(form.target(), "")).isEmpty()) {
            problems.add(new Refused("arranging.block.target", "target", Map.of()));
        }
        return problems;
    }

    /** As the last one. @return its id */
    public UUID add(BlockForm form, StaffId by) {
        check(form, null);
        var id = Ids.next();
        var last = order().size();
        jdbc.update("insert into home_block (id, version, kind, position, audience, shown_from, shown_until, title_en, title_fr, text_en, text_fr, target, active) "
                + "values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)", bytes(id), form.kind().code(), last + 1, form.audience().code(), form.from(), form.until(),
                title(form, true), title(form, false), text(form, true), text(form, false), target(form));
        join(id, form);
        audit.changed(by, "arranging.block.added", "home-block", id, Change.of(label(form)).to(fields(find(id))));
        arrangements.changed();
        return id;
    }

    /** @param seen the version that the form was opened with @throws Refused when somebody was faster */
    public void change(UUID id, int seen, BlockForm form, StaffId by) {
        check(form, id);
        var before = find(id);
        if (jdbc.update("update home_block set version = version + 1, audience = ?, shown_from = ?, shown_until = ?, title_en = ?, title_fr = ?, text_en = ?, text_fr = ?, "
                + "target = ? where id = ? and version = ?", form.audience().code(), form.from(), form.until(), title(form, true), title(form, false), text(form, true),
                text(form, false), target(form), bytes(id), seen) == 0) {
            throw new Refused("arranging.meanwhile");
        }
        jdbc.update("delete from home_block_group where block_id = ?", bytes(id));
        join(id, form);
        audit.changed(by, "arranging.block.changed", "home-block", id, Change.of(label(form)).from(fields(before)).to(fields(find(id))));
        arrangements.changed();
    }

    /** Shows it, or keeps it for later; twice is once. */
    public void show(UUID id, boolean yes, StaffId by) {
        var before = find(id);
        if (jdbc.update("update home_block set version = version + 1, active = ? where id = ? and active <> ?", yes, bytes(id), yes) > 0) {
            audit.changed(by, yes ? "arranging.block.shown" : "arranging.block.hidden", "home-block", id, Change.of(label(before)).of("active", !yes, yes));
            arrangements.changed();
        }
    }

    /**
     * Puts it at that place; where it stands there already, as after a second click, nothing happens.
     *
     * @param place from 0
     * @param seen  the version that was on the page
     * @throws Refused when somebody moved or changed it in the meantime
     */
    public void move(UUID id, int place, int seen, StaffId by) {
        var order = new ArrayList<>(order());
        var at = order.indexOf(id);
        if (at < 0) {
            throw new NotFound();
        }
        var to = Math.clamp(place, 0, order.size() - 1);
        if (at == to) {
            return;
        }
        if (jdbc.update("update home_block set version = version + 1 where id = ? and version = ?", bytes(id), seen) == 0) {
            throw new Refused("arranging.meanwhile");
        }
        order.add(to, order.remove(at));
        jdbc.batchUpdate("update home_block set position = ? where id = ?", java.util.stream.IntStream.range(0, order.size())
                .mapToObj(n -> new Object[] {n + 1, bytes(order.get(n))}).toList());
        audit.changed(by, "arranging.block.moved", "home-block", id, Change.of(label(find(id))).of("position", at + 1, to + 1));
        arrangements.changed();
    }

    /** One that does not show any more; what is gone already stays gone. @throws Refused for one that shows */
    public void remove(UUID id, StaffId by) {
        var block = arrangements.blocks().stream().filter(some -> some.id().equals(id)).findFirst().orElse(null);
        if (block == null) {
            return;
        }
        jdbc.update("delete from home_block_group where block_id = ?", bytes(id));
        if (jdbc.update("delete from home_block where id = ? and active = false", bytes(id)) == 0) {
            throw new Refused("arranging.block.shows");
        }
        audit.changed(by, "arranging.block.removed", "home-block", id, Change.of(label(block)).from(fields(block)));
        arrangements.changed();
    }

    /**
     * Lays down lists, language and sections for everybody or for a group.
     *
     * @param group    the code of a group, or null for everybody
     * @param language null where nothing is said; everybody's browser says it
     * @param seen  the version that the form was opened with, 0 for none yet
     * @throws Refused when somebody was faster
     */
    public void lay(String group, ListStyle style, Locale language, Map<Section, Boolean> shown, int seen, StaffId by) {
        var whose = group == null ? null : groups.find(group).orElseThrow(NotFound::new).id();
        var before = arrangements.faces().stream().filter(face -> Objects.equals(face.group(), whose)).findFirst().orElse(null);
        var id = before == null ? Ids.next() : before.id();
        var spoken = whose == null || language == null ? null : Languages.code(language);
        try {
            var done = before == null && seen == 0 ? jdbc.update("insert into shop_face (id, version, face_key, group_id, list_style, spoken, sections) values (?, 1, ?, ?, ?, ?, ?)", bytes(id),
                    whose == null ? EVERYBODY : whose.toString(), Arrangements.key(whose), code(style), spoken, Arrangements.written(shown))
                    : jdbc.update("update shop_face set version = version + 1, list_style = ?, spoken = ?, sections = ? where id = ? and version = ?", code(style), spoken,
                            Arrangements.written(shown), bytes(id), seen);
            if (done == 0) {
                throw new Refused("arranging.meanwhile");
            }
        } catch (DuplicateKeyException faster) {
            throw new Refused("arranging.meanwhile");
        }
        audit.changed(by, "arranging.face.laid", "shop-face", id, Change.of(group == null ? EVERYBODY : group)
                .from(before == null ? null : fields(before)).to(fields(style, spoken, shown)));
        arrangements.changed();
    }

    /** From now on the group sees what everybody sees. @param group its code */
    public void forget(String group, StaffId by) {
        var whose = groups.find(group).orElseThrow(NotFound::new).id();
        arrangements.faces().stream().filter(face -> whose.equals(face.group())).findFirst().ifPresent(face -> {
            if (jdbc.update("delete from shop_face where id = ?", bytes(face.id())) > 0) {
                audit.changed(by, "arranging.face.removed", "shop-face", face.id(), Change.of(group).from(fields(face)));
                arrangements.changed();
            }
        });
    }

    private void check(BlockForm form, UUID changed) {
        problems(form, changed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    /** All of them, held until the end of the transaction. */
    private List<UUID> order() {
        return jdbc.query("select id from home_block order by position, id for update", (row, n) -> app.regulars.platform.persistence.Columns.uuid(row.getBytes(1)));
    }

    private HomeBlock find(UUID id) {
        return arrangements.blocks().stream().filter(block -> block.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private void join(UUID id, BlockForm form) {
        if (form.audience() == Audience.GROUPS) {
            known(form.groups()).forEach(group -> jdbc.update("insert into home_block_group (id, block_id, group_id) values (?, ?, ?)", bytes(Ids.next()), bytes(id),
                    bytes(group.value())));
        }
    }

    private Set<GroupId> known(Set<String> codes) {
        return groups.all().stream().filter(group -> codes.contains(group.code())).map(CustomerGroup::id).collect(Collectors.toSet());
    }

    private static String title(String typed, String field) {
        return PersonTexts.bounded(PersonTexts.required(typed, "arranging.block.missing", field), LONGEST_TITLE, field);
    }

    private static String text(String typed, String field) {
        if (typed == null || typed.isBlank()) {
            throw new Refused("arranging.block.missing", field, Map.of());
        }
        return PersonTexts.bounded(typed.strip(), LONGEST_TEXT, field);
    }

    private static String title(BlockForm form, boolean english) {
        return form.kind() == BlockKind.NOTICE ? title(english ? form.titleEn() : form.titleFr(), english ? "titleEn" : "titleFr") : "";
    }

    private static String text(BlockForm form, boolean english) {
        return form.kind() == BlockKind.NOTICE ? text(english ? form.textEn() : form.textFr(), english ? "textEn" : "textFr") : "";
    }

    private static String target(BlockForm form) {
        return form.kind().hasTarget() ? form.target() : null;
    }

    private static String label(BlockForm form) {
        return form.kind() == BlockKind.NOTICE ? form.titleEn() : form.kind().hasTarget() ? form.target() : form.kind().code();
    }

    private static String label(HomeBlock block) {
        return block.kind() == BlockKind.NOTICE ? block.title().en() : block.kind().hasTarget() ? block.target() : block.kind().code();
    }

    private Map<String, Object> fields(HomeBlock block) {
        var names = groups.all().stream().filter(group -> block.groups().contains(group.id())).map(CustomerGroup::code).sorted().collect(Collectors.joining(", "));
        return Change.fields("kind", block.kind().code(), "audience", block.audience().code(), "groups", names, "from", text(block.from()), "until", text(block.until()),
                "titleEn", block.title().en(), "titleFr", block.title().fr(), "textEn", block.text().en(), "textFr", block.text().fr(), "target", block.target(), "active", block.active());
    }

    private static Map<String, Object> fields(Face face) {
        return fields(face.style(), face.language() == null ? null : Languages.code(face.language()), face.shown());
    }

    private static Map<String, Object> fields(ListStyle style, String spoken, Map<Section, Boolean> shown) {
        return Change.fields("listStyle", code(style), "language", spoken, "sections", Arrangements.written(shown));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String code(ListStyle style) {
        return style == null ? null : style.code();
    }
}
