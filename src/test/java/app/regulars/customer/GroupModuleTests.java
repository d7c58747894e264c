package app.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class GroupModuleTests {

    private static final StaffId STAFF = StaffId.next();

    @Autowired
    private GroupDesk desk;
    @Autowired
    private CustomerGroups groups;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private CustomFieldDesk fields;
    @Autowired
    private MyProfile profile;
    @Autowired
    private GroupAnswers answers;
    @Autowired
    private CustomerQueries queries;
    @Autowired
    private SystemWork work;

    private final String code = "g" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoIsInAGroupIsKnownAtOnceAndUntilItIsRetired() {
        var card = customers.find(customers.obtain(code + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "staff")).orElseThrow();
        assertThat(groups.of(card.id())).isEmpty();
        work.run(() -> {
            desk.add(new GroupDesk.Form(code, "Cafés", "Cafés"), STAFF);
            desk.join(code, card.number().toLowerCase(), STAFF);
            desk.join(code, card.email(), STAFF);
        }, Permissions.CUSTOMERS_SEE, Permissions.CUSTOMERS_SETUP, Permissions.CUSTOMERS_CHANGE);
        var group = groups.find(code).orElseThrow();
        assertThat(group.members()).isEqualTo(1);
        assertThat(groups.of(card.id())).containsExactly(group.id());
        assertThat(groups.audience(card.id())).containsExactly("group:" + group.id());
        assertThat(groups.of(null)).isEmpty();
        assertThat(groups.of(CustomerId.next())).isEmpty();

        work.run(() -> desk.retire(code, true, STAFF), Permissions.CUSTOMERS_SETUP);
        assertThat(groups.of(card.id())).isEmpty();
        work.run(() -> desk.retire(code, false, STAFF), Permissions.CUSTOMERS_SETUP);
        assertThat(groups.of(card.id())).containsExactly(group.id());
        work.run(() -> desk.leave(code, card.id(), STAFF), Permissions.CUSTOMERS_CHANGE);
        assertThat(groups.of(card.id())).isEmpty();
    }

    @Test
    void whatIsTypedWrongIsSaid() {
        work.run(() -> {
            assertThat(desk.problems(new GroupDesk.Form("Ä b", "", "x".repeat(200)), true)).extracting(Refused::field)
                    .containsExactlyInAnyOrder("nameEn", "nameFr", "code");
            desk.add(new GroupDesk.Form(code, "A", "B"), STAFF);
            assertThatThrownBy(() -> desk.join(code, "nobody@nowhere.example", STAFF)).isInstanceOf(Refused.class).hasMessage("customer.group.nobody");
        }, Permissions.CUSTOMERS_SETUP, Permissions.CUSTOMERS_CHANGE);
    }

    @Test
    void aGroupThatFillsItselfHoldsWhoeverFitsAtThisMoment() {
        var cafe = person("cafe");
        var other = person("other");
        answer(cafe, "gift");
        answer(other, "own");
        work.run(() -> desk.add(new GroupDesk.Form(code, "Gifts", "Cadeaux", "need=gift&language=en&q=" + code), STAFF), Permissions.CUSTOMERS_SETUP);
        var group = groups.find(code).orElseThrow();
        assertThat(group.fillsItself()).isTrue();
        assertThat(group.conditions().written()).as("the words are not kept").isEqualTo("language=en&need=gift");
        assertThat(members()).contains(cafe.number()).doesNotContain(other.number());
        assertThat(groups.of(cafe.id())).contains(group.id());
        assertThat(groups.of(other.id())).doesNotContain(group.id());

        answer(other, "gift");
        assertThat(members()).contains(cafe.number(), other.number());
        work.run(() -> {
            assertThatThrownBy(() -> desk.join(code, other.number(), STAFF)).isInstanceOf(Refused.class).hasMessage("customer.group.fills-itself");
            desk.ask(code, "need=own", STAFF);
        }, Permissions.CUSTOMERS_CHANGE, Permissions.CUSTOMERS_SETUP);
        assertThat(groups.of(cafe.id())).doesNotContain(group.id());
        work.run(() -> desk.retire(code, true, STAFF), Permissions.CUSTOMERS_SETUP);
        assertThat(list("group=" + code)).isEmpty();
    }

    @Test
    void aDemographicAnswerOnlyCountsForWhoAgreed() {
        var field = "d" + code;
        work.run(() -> fields.add(new CustomFieldDesk.Form(field, "Age", "Âge", FieldKind.NUMBER, null, null, "To know", "Savoir", "12", FieldAudience.CUSTOMER_WRITES, true), STAFF),
                Permissions.CUSTOMERS_SETUP);
        var agreed = person("agreed");
        var silent = person("silent");
        for (var card : new CustomerCard[] {agreed, silent}) {
            profile.answer(card.id(), new ProfileAnswers(null, null, null, null, null, null), Map.of("custom-" + field, "41"));
        }
        answers.stand(agreed.id(), Instant.parse("2026-01-01T00:00:00Z"));
        work.run(() -> desk.add(new GroupDesk.Form(code, "Forty", "Quarante", "f." + field + "=40..49"), STAFF), Permissions.CUSTOMERS_SETUP);
        assertThat(members()).containsExactly(agreed.number());
        answers.stand(agreed.id(), null);
        assertThat(members()).isEmpty();
        work.run(() -> fields.retire(field, true, STAFF), Permissions.CUSTOMERS_SETUP);
        assertThat(members()).isEmpty();
    }

    @Test
    void whatAGroupCannotAskForIsSaid() {
        work.run(() -> {
            desk.add(new GroupDesk.Form(code, "A", "B", "kind=company"), STAFF);
            for (var written : new String[] {"", "q=maria", "group=" + code, "group=nothing", "nonsense"}) {
                assertThat(desk.problems(new GroupDesk.Form(code + "x", "A", "B", written), true)).as(written).extracting(Refused::field).containsExactly("conditions");
            }
        }, Permissions.CUSTOMERS_SETUP);
    }

    private CustomerCard person(String name) {
        return customers.find(customers.obtain(name + code + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "staff")).orElseThrow();
    }

    private void answer(CustomerCard card, String need) {
        profile.answer(card.id(), new ProfileAnswers(null, null, need, null, null, null), Map.of());
    }

    private List<String> members() {
        var found = new ArrayList<String>();
        work.run(() -> desk.members(code, 0, 50).forEach(card -> found.add(card.number())), Permissions.CUSTOMERS_SEE);
        return found;
    }

    private List<String> list(String written) {
        return queries.page(CustomerFilter.read(written), 0, 50).stream().map(CustomerRow::number).toList();
    }
}
