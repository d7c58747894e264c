package app.regulars.reordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.ImportedOrder;
import app.regulars.ordering.OrderImport;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.platform.time.BusinessClock;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ReorderingModuleTests {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private MyShoppingLists lists;
    @Autowired
    private MyReminders reminders;
    @Autowired
    private MailedBaskets baskets;
    @Autowired
    private QuickOrder quick;
    @Autowired
    private Reminding reminding;
    @Autowired
    private Forecasts forecasts;
    @Autowired
    private OrderImport orders;
    @Autowired
    private Goods goods;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Companies companies;
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
    private VariantId beans;
    private VariantId filters;

    @BeforeEach
    void aCustomerAndTwoArticles() {
        me = customers.obtain(tag + "@people.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@people.example", "Ole Cole", null, null, Locale.CANADA, "test");
        beans = article("beans", "40.00", 50);
        filters = article("filters", "8.00", 50);
        forecasts.forget();
    }

    private VariantId article(String handle, String price, int stock) {
        return goods.article(handle + "-" + tag, price, stock);
    }

    private void bought(CustomerId customer, VariantId variant, String sku, int... daysAgo) {
        var all = new ArrayList<ImportedOrder>();
        for (var days : daysAgo) {
            all.add(new ImportedOrder(new OrderNumber("R-" + UUID.randomUUID().toString().substring(0, 12)), customer, "Mira Cole", clock.instant().minus(Duration.ofDays(days)), "CAD",
                    false, List.of(new ImportedOrder.Line(sku, sku, variant, 3, Money.of("40.00", "CAD"))), null, null, "CA", "Mira Cole", null));
        }
        orders.save(all);
        forecasts.forget();
    }

    @Test
    void flagsWhatIsDearerShortOrGoneAndNobodyElseSeesTheList() {
        var list = lists.create(me, "Bar");
        lists.add(me, list, List.of(new Prices.Wish(beans, 4), new Prices.Wish(filters, 2)));
        assertThat(lists.find(me, list).flagged()).isZero();
        prices.setListPrice(beans, Money.of("44.00", "CAD"));
        inventory.adjust(filters, -49, "broken");
        var file = lists.find(me, list);
        assertThat(file.lines()).extracting(BasketLine::flag).containsExactly(BasketLine.Flag.DEARER, BasketLine.Flag.SHORT);
        assertThat(file.wishes()).extracting(Prices.Wish::quantity).containsExactly(4, 1);
        lists.seen(me, list);
        assertThat(lists.find(me, list).lines().getFirst().flag()).isEqualTo(BasketLine.Flag.NONE);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lists.find(other, list));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lists.add(other, list, List.of(new Prices.Wish(beans, 1))));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lists.rename(other, list, "Mine"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lists.remove(other, list));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reminders.ofList(other, other, list, 7, Locale.CANADA));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> lists.create(me, " bar "));
        lists.remove(me, list);
        assertThat(lists.all(me)).isEmpty();
        lists.bringBack(me, list);
        assertThat(lists.all(me)).hasSize(1);
    }

    @Test
    void foreseesFromOwnPauses() {
        bought(me, beans, "beans-" + tag, 84, 63, 42, 21);
        var usual = lists.usuals(me, 10).getFirst();
        assertThat(usual.expected().basis()).isEqualTo(Basis.OWN);
        assertThat(usual.expected().times()).isEqualTo(4);
        assertThat(usual.expected().quantity()).isEqualTo(3);
        assertThat(usual.isDue()).isTrue();
        assertThat(usual.expected().from()).isBeforeOrEqualTo(usual.expected().on());
        assertThat(lists.usuals(other, 10)).isEmpty();
    }

    @Test
    void remindsAtTheChosenTimeAndTheLinkOpensABasketUntilItEnds() {
        reminders.ofArticle(me, me, beans, 2, 7, Locale.CANADA);
        assertThat(permission.mayContact(me, MyReminders.PURPOSE, "email", clock.instant())).as("asking allows it").isTrue();
        assertThat(reminding.remind()).isZero();
        var later = clock.instant().plus(Duration.ofDays(8));
        BusinessClock.at(later, () -> {
            reminding.remind();
            reminding.remind();
        });
        assertThat(mails(me)).isEqualTo(1);
        var html = jdbc.queryForObject("select html from outbox_message where customer_id = ? and kind = 'reordering.article'", String.class, Columns.bytes(me.value()));
        assertThat(html).contains("/unsubscribe/").doesNotContain("Cole");
        var token = html.replaceAll("(?s).*/basket/([A-Za-z0-9_.-]+).*", "$1");
        BusinessClock.at(later, () -> {
            prices.setListPrice(beans, Money.of("45.00", "CAD"));
            var basket = baskets.open(token, null).orElseThrow();
            assertThat(basket.mine()).isFalse();
            assertThat(basket.file().lines()).extracting(BasketLine::flag).containsExactly(BasketLine.Flag.DEARER);
            assertThat(basket.file().total()).isEqualTo(Money.of("90.00", "CAD"));
            assertThat(baskets.open(token, me).orElseThrow().mine()).isTrue();
            assertThat(baskets.open(token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0"), null)).as("somebody wrote the signature").isEmpty();
            assertThat(baskets.open("nonsense", null)).isEmpty();
        });
        BusinessClock.at(later.plus(Duration.ofDays(15)), () -> assertThat(baskets.open(token, me).orElseThrow().file()).as("the link has ended").isNull());
        baskets.stop(token);
        assertThat(reminders.all(me, me)).isEmpty();
        BusinessClock.at(later.plus(Duration.ofDays(30)), () -> reminding.remind());
        assertThat(mails(me)).isEqualTo(1);
    }

    @Test
    void whoLeftTheCompanyHearsNoMoreOfItsLists() {
        var cafe = companies.found(me, "Quay " + tag, "test");
        var list = lists.create(cafe, "Bar");
        lists.add(cafe, list, List.of(new Prices.Wish(beans, 4)));
        reminders.ofList(cafe, me, list, 7, Locale.CANADA);
        var later = clock.instant().plus(Duration.ofDays(8));
        BusinessClock.at(later, () -> reminding.remind());
        assertThat(mails(me)).isEqualTo(1);
        var token = jdbc.queryForObject("select html from outbox_message where customer_id = ? and kind like 'reordering.%'", String.class, Columns.bytes(me.value()))
                .replaceAll("(?s).*/basket/([A-Za-z0-9_.-]+).*", "$1");
        BusinessClock.at(later, () -> assertThat(baskets.open(token, null).orElseThrow().file()).isNotNull());
        jdbc.update("delete from company_member where person_id = ?", Columns.bytes(me.value()));
        BusinessClock.at(later, () -> assertThat(baskets.open(token, me).orElseThrow().file()).as("the company's prices").isNull());
        BusinessClock.at(later.plus(Duration.ofDays(8)), () -> reminding.remind());
        assertThat(mails(me)).isEqualTo(1);
        assertThat(reminders.all(cafe, me)).isEmpty();
    }

    @Test
    void nobodyStopsOrSeesAnothersReminder() {
        reminders.ofArticle(me, me, beans, 1, null, Locale.CANADA);
        var id = reminders.all(me, me).getFirst().id();
        assertThat(reminders.all(me, other)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reminders.stop(other, id));
        reminders.ofArticle(me, me, beans, 1, 28, Locale.CANADA);
        assertThat(reminders.all(me, me)).as("one of an article").hasSize(1);
    }

    @Test
    void writesOfWhatItForeseesOnlyToWhoAllowedItAndHoldsATenthBack() {
        var people = new ArrayList<CustomerId>();
        for (int i = 0; i < 40; i++) {
            people.add(customers.obtain(tag + "-" + i + "@regulars.example", "Regular " + i, null, null, Locale.CANADA, "test"));
        }
        people.forEach(person -> bought(person, beans, "beans-" + tag, 84, 63, 42, 21));
        people.forEach(person -> assertThat(permission.mayContact(person, Reminding.FORESEEN, "email", clock.instant())).isFalse());
        reminding.foresee();
        assertThat(people).allMatch(person -> mails(person) == 0);
        people.forEach(person -> consents.say(person, Reminding.FORESEEN, Locale.CANADA, "test", true));
        reminding.foresee();
        reminding.foresee();
        var held = people.stream().filter(Reminding::isHeldBack).toList();
        assertThat(people).allMatch(person -> mails(person) == (held.contains(person) ? 0 : 1));
        assertThat(people).allMatch(person -> letters(person) == 1);
        assertThat(IntStream.range(0, 10_000).filter(i -> Reminding.isHeldBack(CustomerId.next())).count()).isBetween(850L, 1_150L);
    }

    @Test
    void readsArticleNumbersAndNamesTheLinesItCannot() {
        var read = quick.read("beans-" + tag + " 4\nnothing-" + tag + " 2\nFILTERS-" + tag + ";x\nfilters-" + tag + ";3", me);
        assertThat(read.file().lines()).extracting(each -> each.line().quantity()).containsExactly(4, 3);
        assertThat(read.bad()).extracting(QuickOrder.Bad::at).containsExactly(2, 3);
        assertThat(read.left()).isEqualTo("nothing-" + tag + " 2\nFILTERS-" + tag + ";x");
    }

    private int mails(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from outbox_message where customer_id = ? and kind like 'reordering.%'", Integer.class, Columns.bytes(customer.value()));
    }

    private int letters(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from reorder_letter where customer_id = ?", Integer.class, Columns.bytes(customer.value()));
    }
}
