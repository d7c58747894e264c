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
}
