package app.regulars.arranging;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrangementTests {

    private static final GroupId CAFES = new GroupId(UUID.randomUUID());
    private static final GroupId HOMES = new GroupId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void whereNothingIsSaidEverythingIsOfferedAsPictures() {
        var nothing = Arrangement.of(List.of(), Set.of(CAFES));
        assertThat(nothing.style()).isEqualTo(ListStyle.GRID);
        assertThat(nothing.hidden()).isEmpty();
    }

    @Test
    void aGroupGoesBeforeEverybody() {
        var faces = List.of(face(null, ListStyle.LIST, Map.of(Section.FORUM, false, Section.HELP, false)), face(CAFES, ListStyle.GRID, Map.of(Section.FORUM, true)));
        assertThat(Arrangement.of(faces, Set.of())).isEqualTo(new Arrangement(ListStyle.LIST, null, Set.of(Section.FORUM, Section.HELP)));
        assertThat(Arrangement.of(faces, Set.of(CAFES))).isEqualTo(new Arrangement(ListStyle.GRID, null, Set.of(Section.HELP)));
        assertThat(Arrangement.of(faces, Set.of(HOMES))).isEqualTo(Arrangement.of(faces, Set.of()));
    }

    @Test
    void whereHerGroupsDisagreeTheSectionIsOffered() {
        var faces = List.of(face(CAFES, ListStyle.LIST, Map.of(Section.FORUM, false, Section.TRACK, false)), face(HOMES, null, Map.of(Section.FORUM, true)));
        assertThat(Arrangement.of(faces, Set.of(CAFES, HOMES))).isEqualTo(new Arrangement(ListStyle.LIST, null, Set.of(Section.TRACK)));
    }

    @Test
    void aBlockShowsToItsAudienceInItsDaysOnly() {
        assertThat(block(Audience.EVERYBODY, Set.of(), null, null, true).isFor(false, Set.of(), TODAY)).isTrue();
        assertThat(block(Audience.EVERYBODY, Set.of(), null, null, false).isFor(true, Set.of(), TODAY)).isFalse();
        assertThat(block(Audience.KNOWN, Set.of(), null, null, true).isFor(false, Set.of(), TODAY)).isFalse();
        assertThat(block(Audience.KNOWN, Set.of(), null, null, true).isFor(true, Set.of(), TODAY)).isTrue();
        assertThat(block(Audience.GROUPS, Set.of(CAFES), null, null, true).isFor(true, Set.of(HOMES), TODAY)).isFalse();
        assertThat(block(Audience.GROUPS, Set.of(CAFES), null, null, true).isFor(true, Set.of(HOMES, CAFES), TODAY)).isTrue();
        assertThat(block(Audience.EVERYBODY, Set.of(), TODAY, TODAY, true).isFor(false, Set.of(), TODAY)).isTrue();
        assertThat(block(Audience.EVERYBODY, Set.of(), TODAY.plusDays(1), null, true).isFor(false, Set.of(), TODAY)).isFalse();
        assertThat(block(Audience.EVERYBODY, Set.of(), null, TODAY.minusDays(1), true).isFor(false, Set.of(), TODAY)).isFalse();
    }

    private static Face face(GroupId group, ListStyle style, Map<Section, Boolean> shown) {
        return new Face(UUID.randomUUID(), 1, group, style, null, shown);
    }

    private static HomeBlock block(Audience audience, Set<GroupId> groups, LocalDate from, LocalDate until, boolean active) {
        return new HomeBlock(UUID.randomUUID(), 0, BlockKind.NOTICE, audience, groups, from, until, new Localized("A", "B"), new Localized("C", "D"), null, active);
    }

    @Test
    void readsInTheLanguageOfHerGroupsWhereTheyAgree() {
        var french = new Face(UUID.randomUUID(), 1, CAFES, null, Languages.FRENCH, Map.of());
        var english = new Face(UUID.randomUUID(), 1, HOMES, null, Languages.ENGLISH, Map.of());
        assertThat(Arrangement.of(List.of(french, english), Set.of(CAFES)).language()).isEqualTo(Languages.FRENCH);
        assertThat(Arrangement.of(List.of(french, english), Set.of(CAFES, HOMES)).language()).isNull();
        assertThat(Arrangement.of(List.of(french, english), Set.of()).language()).isNull();
    }
}
