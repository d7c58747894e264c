package app.regulars.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class WatchingModuleTests {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private MyWatches mine;
    @Autowired
    private VisitorsWatches visitors;
    @Autowired
    private Telling telling;
    @Autowired
    private Goods goods;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private ContactPermission permission;
    @Autowired
    private SpokenConsents consents;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private CustomerId me;
    private CustomerId other;
    private VariantId mug;

    @BeforeEach
    void somebodyAndAMug() {
        me = customers.obtain(tag + "@people.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@people.example", "Ole Cole", null, null, Locale.CANADA, "test");
        mug = goods.article("M-" + tag, "24.00", 0);
    }

    @Test
    void tellsOnceWhenItIsBack() {
        mine.add(me, mug, WatchKind.BACK, Locale.CANADA);
        mine.add(me, mug, WatchKind.BACK, Locale.CANADA);
        assertThat(mine.list(me)).hasSize(1);
        telling.tell();
        assertThat(mails(me)).isZero();
        inventory.adjust(mug, 3, "delivered");
        telling.tell();
        telling.tell();
        assertThat(mails(me)).isEqualTo(1);
        assertThat(mine.list(me)).first().matches(watch -> watch.toldAt() != null);
    }

    @Test
    void tellsWhenItCostsLessButNotWhenItCostsMore() {
        mine.add(me, mug, WatchKind.CHEAPER, Locale.CANADA);
        prices.setListPrice(mug, Money.of("25.00", "CAD"));
        telling.tell();
        assertThat(mails(me)).isZero();
        prices.setListPrice(mug, Money.of("20.00", "CAD"));
        telling.tell();
        assertThat(mails(me)).isEqualTo(1);
    }

    @Test
    void askingAllowsTheMessageAndNobodyElseRemovesTheWish() {
        assertThat(permission.mayContact(me, MyWatches.PURPOSE, "email", clock.instant())).isFalse();
        mine.add(me, mug, WatchKind.BACK, Locale.CANADA);
        assertThat(permission.mayContact(me, MyWatches.PURPOSE, "email", clock.instant())).isTrue();
        var id = mine.list(me).getFirst().id();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.remove(other, id));
        assertThat(mine.list(other)).isEmpty();
        mine.remove(me, id);
        assertThat(mine.list(me)).isEmpty();
        consents.say(me, MyWatches.PURPOSE, Locale.CANADA, "test", false);
        assertThat(permission.mayContact(me, MyWatches.PURPOSE, "email", clock.instant())).isFalse();
    }

    @Test
    void asksVisitorsForTheirMailboxFirst() {
        var email = tag + "@visitor.example";
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> visitors.ask("no address", mug, WatchKind.BACK, Locale.CANADA, tag));
        visitors.ask(email, mug, WatchKind.BACK, Locale.CANADA, tag);
        inventory.adjust(mug, 3, "delivered");
        telling.tell();
        assertThat(customers.findByEmail(email)).as("nobody is made a customer by a stranger").isEmpty();
        var html = jdbc.queryForObject("select html from outbox_message where recipient = ?", String.class, email);
        var token = html.replaceAll("(?s).*/notices/confirm/([A-Za-z0-9_-]+).*", "$1");
        assertThat(visitors.look(token).step()).isEqualTo(VisitorsWatches.Step.ASKED);
        assertThat(visitors.confirm(token)).isEqualTo(VisitorsWatches.Step.CONFIRMED);
        assertThat(visitors.confirm(token)).isEqualTo(VisitorsWatches.Step.CONFIRMED);
        assertThat(visitors.confirm("nonsense")).isEqualTo(VisitorsWatches.Step.UNKNOWN);
        var customer = customers.findByEmail(email).orElseThrow().id();
        assertThat(mine.list(customer)).hasSize(1);
        telling.tell();
        assertThat(mails(customer)).isEqualTo(1);
    }

    private int mails(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from outbox_message where customer_id = ? and kind like 'watching.%'", Integer.class, Columns.bytes(customer.value()));
    }
}
