package app.regulars.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@RegularsTest
@WithStaff
class QuotingModuleTests {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final StaffId ellen = StaffId.next();

    @Autowired
    private QuoteDesk desk;
    @Autowired
    private MyQuotes mine;
    @Autowired
    private MailedQuotes mailed;
    @Autowired
    private MyOrders orders;
    @Autowired
    private Goods goods;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private CustomerId me;
    private CustomerId other;
    private VariantId mug;

    @BeforeEach
    void somebodyAndAMug() {
        me = customers.obtain(tag + "@quotes.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@quotes.example", "Ole Cole", null, null, Locale.CANADA, "test");
        mug = goods.article("QM-" + tag, "19.99", 50);
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private NewQuote wanted(int pieces) {
        return new NewQuote(Ids.next(), me, List.of(new Prices.Wish(mug, pieces)), new CheckoutForm("Mira Cole", null, tag + "@quotes.example", null,
                new PostalAddress("Mira Cole", "1 Quote Road", null, "Halifax", "NS", "B3J 2J1", "CA"), "standard", null, "By the back door", Locale.CANADA), null, inDays(14));
    }

    private QuoteNumber sent(int pieces) {
        var number = desk.make(wanted(pieces), ellen);
        desk.send(number, inDays(14), ellen);
        return number;
    }

    @Test
    void becomesAnOrderAtExactlyWhatWasPromisedWhateverItCostsByNow() {
        var number = sent(3);
        var quoted = mine.find(me, number);
        prices.setListPrice(mug, Money.of("27.50", "CAD"));
        assertThat(mine.find(me, number).total()).isEqualTo(quoted.total());
        var placed = (CheckoutResult.Placed) mine.accept(me, me, number);
        var order = orders.find(me, placed.number());
        assertThat(order.total()).isEqualTo(quoted.total());
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.each()).isEqualTo(Money.of("19.99", "CAD"));
            assertThat(line.quantity()).isEqualTo(3);
        });
        assertThat(order.channel()).isEqualTo("quote");
        assertThat(mine.find(me, number).status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(mine.find(me, number).order()).isEqualTo(placed.number().value());
        assertThat(((CheckoutResult.Placed) mine.accept(me, me, number)).number()).as("once more is the same order").isEqualTo(placed.number());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.decline(me, me, number, "too late"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.withdraw(number, "too late", ellen));
    }

    @Test
    void manyClicksAtOnceAreOneOrder() throws Exception {
        var token = desk.token(sent(2));
        var clicks = new ArrayList<Callable<OrderNumber>>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> ((CheckoutResult.Placed) mailed.accept(token, null)).number());
        }
        var numbers = new HashSet<OrderNumber>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var each : pool.invokeAll(clicks)) {
                numbers.add(each.get());
            }
        }
        assertThat(numbers).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Integer.class, Columns.bytes(me.value()))).isEqualTo(1);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 48);
    }

    @Test
    void nobodyElseFindsItAndADraftIsOurs() {
        var draft = desk.make(wanted(1), ellen);
        var token = desk.token(draft);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.find(me, draft));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.accept(me, me, draft));
        assertThat(mine.list(me)).isEmpty();
        assertThat(mailed.find(token)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mailed.accept(token, null));
        desk.send(draft, inDays(3), ellen);
        assertThat(mailed.find(token)).isPresent();
        assertThat(mailed.find(token.substring(0, token.length() - 1) + (token.endsWith("a") ? "b" : "a"))).as("a forged signature").isEmpty();
        assertThat(mailed.find("nonsense")).isEmpty();
        assertThat(mine.list(me)).hasSize(1);
        assertThat(mine.list(other)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.find(other, draft));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.accept(other, other, draft));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.decline(other, other, draft, "no"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.token(other, draft));
        assertThat(mine.find(me, draft).history()).as("customers do not see who of us did what").allMatch(moment -> moment.staff() == null).extracting(QuoteFile.Moment::what)
                .containsExactly("sent");
    }

    @Test
    void whatHasExpiredOrWasTakenBackIsRefusedAndCanBeRenewed() {
        var number = sent(1);
        jdbc.update("update quote set valid_until = ? where number = ?", Date.valueOf(inDays(-2)), number.value());
        assertThat(mine.find(me, number).status()).isEqualTo(QuoteStatus.EXPIRED);
        assertThat(desk.list(QuoteStatus.EXPIRED, number.value(), 0, 5).rows()).hasSize(1);
        assertThat(desk.list(QuoteStatus.SENT, number.value(), 0, 5).rows()).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.accept(me, me, number)).satisfies(refused -> assertThat(refused.key()).isEqualTo("quoting.refused.expired"));
        assertThatExceptionOfType(Refused.class).as("a day that has passed").isThrownBy(() -> desk.send(number, inDays(-3), ellen));
        prices.setListPrice(mug, Money.of("30.00", "CAD"));
        desk.send(number, inDays(5), ellen);
        desk.withdraw(number, "The mill has burnt down", ellen);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.accept(me, me, number)).satisfies(refused -> assertThat(refused.key()).isEqualTo("quoting.refused.withdrawn"));
        assertThat(mine.find(me, number).reason()).isEqualTo("The mill has burnt down");
        var no = sent(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.decline(me, me, no, " ")).satisfies(refused -> assertThat(refused.field()).isEqualTo("why"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.decline(me, me, no, "x".repeat(1001))).satisfies(refused -> assertThat(refused.field()).isEqualTo("why"));
        mine.decline(me, me, no, "Too dear");
        assertThat(desk.find(no).status()).isEqualTo(QuoteStatus.DECLINED);
        assertThat(desk.find(no).reason()).isEqualTo("Too dear");
        assertThat(jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Integer.class, Columns.bytes(me.value()))).isZero();
    }

    @Test
    void whatIsSoldOutIsSaidAndTheQuoteStands() {
        var number = sent(3);
        inventory.adjust(mug, -48, "broken");
        assertThat(mine.accept(me, me, number)).isInstanceOfSatisfying(CheckoutResult.SoldOut.class, gone -> assertThat(gone.available()).isEqualTo(2));
        assertThat(mine.find(me, number).status()).isEqualTo(QuoteStatus.SENT);
        inventory.adjust(mug, 10, "delivered");
        assertThat(mine.accept(me, me, number)).isInstanceOf(CheckoutResult.Placed.class);
    }

    @Test
    void isMadeOnceHoweverOftenItIsSavedAndMailedOnceAStep() {
        var wanted = wanted(2);
        var number = desk.make(wanted, ellen);
        assertThat(desk.make(wanted, ellen)).isEqualTo(number);
        assertThatExceptionOfType(Refused.class).as("another price than was seen")
                .isThrownBy(() -> desk.make(new NewQuote(Ids.next(), me, wanted.wishes(), wanted.form(), Money.of("1.00", "CAD"), inDays(3)), ellen));
        assertThatExceptionOfType(Refused.class).as("for ever").isThrownBy(() -> desk.make(new NewQuote(Ids.next(), me, wanted.wishes(), wanted.form(), null, inDays(900)), ellen))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
        desk.send(number, inDays(3), ellen);
        var link = "/quotes/" + desk.token(number);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(jdbc.queryForList(
                "select html from outbox_message where customer_id = ? and kind = 'quote.sent'", String.class, Columns.bytes(me.value()))).singleElement().asString()
                .contains(link));
        assertThat(desk.find(number).history()).extracting(QuoteFile.Moment::what).containsExactly("made", "sent");
        assertThat(jdbc.queryForList("select action from audit_entry where subject_id = ? order by happened_at", String.class, Columns.bytes(desk.find(number).id())))
                .containsExactly("quote.made", "quote.sent");
    }

    @Test
    void whoMayOnlyLookMakesNone() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(Permissions.ORDERS_SEE));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.make(wanted(1), ellen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.send(new QuoteNumber("Q-1"), inDays(3), ellen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.withdraw(new QuoteNumber("Q-1"), "no", ellen));
        assertThat(desk.list(null, "", 0, 1)).isNotNull();
    }
}
