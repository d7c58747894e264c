package app.regulars.arranging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.GroupDesk;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** Staff arrange the home page and say for whom; nobody else's block is ever hers. */
@RegularsTest
@WithStaff
class ArrangingModuleTests {

    private static final StaffId BY = StaffId.next();

    @Autowired
    private ArrangingDesk desk;
    @Autowired
    private Arrangements arrangements;
    @Autowired
    private MyLists lists;
    @Autowired
    private GroupDesk groups;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    private final List<UUID> made = new ArrayList<>();
    private final String group = "g" + Ids.next().toString().substring(28);

    @AfterEach
    void leaveTheHomePageAsItWas() {
        made.forEach(id -> {
            desk.show(id, false, BY);
            desk.remove(id, BY);
        });
        jdbc.update("delete from shop_face");
        arrangements.changed();
    }

    @Test
    void theHomePageBeginsAsItAlwaysWas() {
        assertThat(desk.blocks()).extracting(HomeBlock::kind).containsExactly(BlockKind.HERO, BlockKind.YOURS, BlockKind.CATEGORIES, BlockKind.POPULAR, BlockKind.COLLECTIONS,
                BlockKind.NEWEST, BlockKind.ANSWERS);
        assertThat(arrangements.home(null)).hasSize(7);
        assertThat(arrangements.of(null)).isEqualTo(new Arrangement(ListStyle.GRID, null, Set.of()));
    }

    @Test
    void aBlockOfAGroupIsItsMembersOnlyAndAtOnce() {
        var member = member();
        var other = customer();
        var id = notice(Audience.GROUPS, Set.of(group));
        assertThat(arrangements.home(member)).extracting(HomeBlock::id).contains(id);
        assertThat(arrangements.home(other)).extracting(HomeBlock::id).doesNotContain(id);
        assertThat(arrangements.home(null)).extracting(HomeBlock::id).doesNotContain(id);
        groups.retire(group, true, BY);
        assertThat(arrangements.home(member)).extracting(HomeBlock::id).doesNotContain(id);
        groups.retire(group, false, BY);
        groups.leave(group, member, BY);
        assertThat(arrangements.home(member)).extracting(HomeBlock::id).doesNotContain(id);
        var known = notice(Audience.KNOWN, Set.of());
        assertThat(arrangements.home(other)).extracting(HomeBlock::id).contains(known);
        assertThat(arrangements.home(null)).extracting(HomeBlock::id).doesNotContain(known);
    }

    @Test
    void whoComesSecondIsToldAndNothingIsLost() {
        var id = notice(Audience.EVERYBODY, Set.of());
        var seen = version(id);
        desk.change(id, seen, form("First", Audience.KNOWN, Set.of()), BY);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.change(id, seen, form("Second", Audience.EVERYBODY, Set.of()), BY))
                .matches(refused -> "arranging.meanwhile".equals(refused.key()));
        assertThat(find(id).title().en()).isEqualTo("First");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.move(id, 1, seen, BY));
        desk.lay(null, ListStyle.LIST, null, Map.of(), 0, BY);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.lay(null, ListStyle.GRID, null, Map.of(), 0, BY));
        assertThat(arrangements.of(null).style()).isEqualTo(ListStyle.LIST);
    }

    @Test
    void aSecondClickMovesNothingFurther() {
        var id = notice(Audience.EVERYBODY, Set.of());
        var seen = version(id);
        desk.move(id, 2, seen, BY);
        desk.move(id, 2, seen, BY);
        assertThat(desk.blocks().get(2).id()).isEqualTo(id);
        assertThat(desk.blocks()).extracting(HomeBlock::kind).startsWith(BlockKind.HERO, BlockKind.YOURS, BlockKind.NOTICE, BlockKind.CATEGORIES);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.remove(id, BY)).matches(refused -> "arranging.block.shows".equals(refused.key()));
    }

    @Test
    void namesEverythingThatIsWrongBesideItsField() {
        var today = LocalDate.of(2026, 11, 22);
        assertThat(desk.problems(new BlockForm(BlockKind.NOTICE, Audience.GROUPS, Set.of("nobody"), today, today.minusDays(1), " ", "x".repeat(161), "", "x".repeat(4_001), null), null))
                .extracting(Refused::field).containsExactlyInAnyOrder("groups", "until", "titleEn", "titleFr", "textEn", "textFr");
        assertThat(desk.problems(new BlockForm(BlockKind.COLLECTION, Audience.EVERYBODY, Set.of(), null, null, null, null, null, null, "none-such"), null))
                .extracting(Refused::field).containsExactly("target");
        assertThat(desk.problems(new BlockForm(BlockKind.HERO, null, Set.of(), null, null, null, null, null, null, null), null)).hasSize(2);
    }

    @Test
    void keepsBeforeAndAfter() {
        var id = notice(Audience.EVERYBODY, Set.of());
        desk.change(id, version(id), form("Another", Audience.KNOWN, Set.of()), BY);
        var entry = jdbc.queryForMap("select before_values, after_values from audit_entry where action = 'arranging.block.changed' and subject_id = ?",
                app.regulars.platform.persistence.Columns.bytes(id));
        assertThat(String.valueOf(entry.get("before_values"))).contains("everybody");
        assertThat(String.valueOf(entry.get("after_values"))).contains("Another", "known");
    }

    @Test
    void remembersHowEachWantsListsUntilSheChoosesAnew() {
        var me = customer();
        assertThat(lists.chosen(me)).isEmpty();
        lists.choose(me, ListStyle.LIST);
        lists.choose(me, ListStyle.GRID);
        lists.choose(me, ListStyle.LIST);
        assertThat(lists.chosen(me)).contains(ListStyle.LIST);
        assertThat(lists.chosen(customer())).isEmpty();
        assertThat(lists.chosen(null)).isEmpty();
    }

    @Test
    @WithStaff(Permissions.CATALOG_CHANGE)
    void isNobodyElsesDoor() {
        assertThatExceptionOfType(AuthorizationDeniedException.class).isThrownBy(() -> desk.blocks());
        made.clear();
        jdbc.update("delete from shop_face");
    }

    private UUID notice(Audience audience, Set<String> these) {
        var id = desk.add(form("Hello", audience, these), BY);
        made.add(id);
        return id;
    }

    private static BlockForm form(String title, Audience audience, Set<String> these) {
        return new BlockForm(BlockKind.NOTICE, audience, these, null, null, title, "Bonjour", "Words", "Mots", null);
    }

    private HomeBlock find(UUID id) {
        return desk.blocks().stream().filter(block -> block.id().equals(id)).findFirst().orElseThrow();
    }

    private int version(UUID id) {
        return find(id).version();
    }

    private CustomerId member() {
        groups.add(new GroupDesk.Form(group, "Cafés", "Cafés"), BY);
        var member = customer();
        groups.join(group, customers.find(member).orElseThrow().number(), BY);
        return member;
    }

    private CustomerId customer() {
        return customers.obtain(UUID.randomUUID() + "@arranging.example", "Somebody Known", null, null, Locale.CANADA, "registration");
    }
}
