package app.regulars.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.media.CleanPicture;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.returning.FollowUpOffers;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** From an order that arrived to the stars on the product's page, and everybody who has no business with it. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ReviewModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Mira Cole", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final StaffId ellen = StaffId.next();

    @Autowired
    private MyReviews mine;
    @Autowired
    private ReviewDesk desk;
    @Autowired
    private Reviews reviews;
    @Autowired
    private FollowUpOffers invitations;
    @Autowired
    private ReviewPersonalData data;
    @Autowired
    private Catalog catalog;
    @Autowired
    private Goods goods;
    @Autowired
    private Carts carts;
    @Autowired
    private Checkout checkout;
    @Autowired
    private OrderDesk orderDesk;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    private CustomerId me;
    private CustomerId other;
    private String handle;
    private ProductId product;

    @BeforeEach
    void somebodyAndAMug() {
        me = customers.obtain(tag + "@reviews.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@reviews.example", "Ole Cole", null, null, Locale.CANADA, "test");
        handle = "rv-" + tag;
        goods.article("RV-" + tag.toUpperCase(Locale.ROOT), "19.99", 50);
        product = catalog.product(handle).orElseThrow().id();
    }

    @Test
    void aFirstReviewWaitsAndTheNextIsPublishedAtOnce() {
        assertThat(mine.write(me, me, handle, form("5", "Bright", "It wakes me up gently."))).isEqualTo(ReviewStatus.WAITING);
        assertThat(shown()).isEmpty();
        assertThat(reviews.summary(product)).isEqualTo(ReviewSummary.NONE);
        var waiting = mine.of(me, me, handle).review();
        assertThat(waiting.cause()).isEqualTo(WaitCause.FIRST);
        desk.publish(waiting.id().value(), ellen);
        assertThat(shown()).singleElement().satisfies(review -> {
            assertThat(review.by()).isEqualTo("Mira C.");
            assertThat(review.verified()).isFalse();
        });
        assertThat(reviews.summary(product).counts()).containsExactly(0, 0, 0, 0, 1);
        goods.article("RW-" + tag.toUpperCase(Locale.ROOT), "9.99", 5);
        assertThat(mine.write(me, me, "rw-" + tag, form("3", "Fine", "It does what it says."))).isEqualTo(ReviewStatus.PUBLISHED);
        assertThat(mine.write(me, me, "rw-" + tag, form("3", "Fine", "Cheaper at www.cheaper.example, all of it."))).as("a link").isEqualTo(ReviewStatus.WAITING);
        assertThat(reviews.summary(catalog.product("rw-" + tag).orElseThrow().id()).count()).isZero();
    }

    @Test
    void aWordOfTheListMakesItWaitHoweverItIsWritten() {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        desk.words("casino\ncrédit facile", ellen);
        try {
            assertThat(mine.write(me, me, handle, form("5", "CASINO!", "Come and see what is there."))).isEqualTo(ReviewStatus.WAITING);
            desk.publish(mine.of(me, me, handle).review().id().value(), ellen);
            assertThat(mine.write(me, me, handle, form("5", "Bright", "Credit  FACILE pour tout le monde"))).isEqualTo(ReviewStatus.WAITING);
            desk.publish(mine.of(me, me, handle).review().id().value(), ellen);
            assertThat(mine.write(me, me, handle, form("5", "Bright", "Occasinonally it wakes me up."))).as("a part of a word is none").isEqualTo(ReviewStatus.PUBLISHED);
        } finally {
            desk.words("", ellen);
        }
    }

    @Test
    void marksWhoGotItAndInvitesToWhatWasNotReviewed() {
        var order = delivered(me);
        assertThat(invitations.of(me, order, Locale.CANADA)).extracting(FollowUpOffers.Offer::path).containsExactly("/my/reviews/" + handle);
        assertThat(mine.open(me, me)).extracting(card -> card.handle()).contains(handle);
        assertThat(mine.ofOrder(me, me, order)).singleElement().satisfies(each -> assertThat(each.review()).isNull());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.ofOrder(other, other, order));
        publish(me, form("4", "Good", "It holds coffee and my hand."));
        publish(other, form("1", "Bad", "I never had one of these."));
        assertThat(shown()).filteredOn(ShownReview::verified).extracting(ShownReview::by).containsExactly("Mira C.");
        assertThat(invitations.of(me, order, Locale.CANADA)).isEmpty();
        assertThat(mine.open(me, me)).extracting(card -> card.handle()).doesNotContain(handle);
    }

    @Test
    void whoReviewedBeforeItCameIsMarkedWhenItComes() {
        publish(me, form("4", "Good", "I had it at a friend's."));
        delivered(me);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(mine.of(me, me, handle).review().verified()).isTrue());
    }

    @Test
    void theSummaryIsWhatCountingSays() throws Exception {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        publish(other, form("1", "Bad", "The handle came off at once."));
        mine.write(me, me, handle, form("2", "Dull", "It does not wake me up."));
        assertCounted();
        desk.refuse(mine.of(other, other, handle).review().id().value(), "Not about the mug.", ellen);
        assertCounted();
        mine.delete(me, me, handle);
        assertCounted();
        assertThat(shown()).isEmpty();
        var id = mine.of(other, other, handle).review().id().value();
        var presses = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(n -> new org.springframework.security.concurrent.DelegatingSecurityContextCallable<>(() -> {
            try {
                desk.publish(id, ellen);
                return true;
            } catch (Refused | org.springframework.dao.DataAccessException late) {
                return false;
            }
        }, SecurityContextHolder.getContext())).toList();
        try (var at = Executors.newFixedThreadPool(6)) {
            assertThat(at.invokeAll(presses).stream().filter(each -> each.resultNow())).hasSize(1);
        }
        assertCounted();
    }

    @Test
    void oneReviewOfAProductHoweverOftenItIsSent() throws Exception {
        var sent = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(n -> () -> {
            try {
                mine.write(me, me, handle, form("5", "Bright", "It wakes me up gently."));
                return true;
            } catch (Refused | org.springframework.dao.DataAccessException twice) {
                return false;
            }
        }).toList();
        try (var at = Executors.newFixedThreadPool(6)) {
            assertThat(at.invokeAll(sent).stream().anyMatch(each -> each.resultNow())).isTrue();
        }
        assertThat(jdbc.queryForObject("select count(*) from review where customer_id = ?", Integer.class, (Object) Columns.bytes(me.value()))).isEqualTo(1);
    }

    @Test
    void keepsWhatWasSaidBefore() {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        mine.write(me, me, handle, form("2", "Dull", "It does not wake me up."));
        assertThat(desk.find(mine.of(me, me, handle).review().id().value()).before()).singleElement().satisfies(before -> {
            assertThat(before.stars()).isEqualTo(5);
            assertThat(before.text()).isEqualTo("It wakes me up gently.");
        });
    }

    @Test
    void answersAndDecisionsAreMailedAndStandInTheHistory() {
        mine.write(me, me, handle, form("2", "Dull", "It does not wake me up."));
        var id = mine.of(me, me, handle).review().id().value();
        desk.refuse(id, "It is about the courier.", ellen);
        mine.appeal(me, me, handle, "Only one sentence was.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.appeal(me, me, handle, "Once more"));
        desk.publish(id, ellen);
        desk.reply(id, "Try it two clicks finer.", ellen);
        assertThat(shown()).singleElement().satisfies(review -> assertThat(review.reply()).isEqualTo("Try it two clicks finer."));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(jdbc.queryForList("select subject from outbox_message where recipient = ? and kind = 'review.decided'",
                String.class, tag + "@reviews.example")).hasSize(3).anyMatch(subject -> subject.contains("not published")));
        assertThat(jdbc.queryForList("select action from audit_entry where customer_id = ?", String.class, (Object) Columns.bytes(me.value())))
                .contains("review.refused", "review.published", "review.replied");
    }

    @Test
    void isMineAloneAndTheDeskIsForThoseWhoMay() {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        var id = mine.of(me, me, handle).review().id();
        assertThat(mine.of(other, other, handle).review()).isNull();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.delete(other, other, handle));
        assertThatExceptionOfType(NotFound.class).as("one's own").isThrownBy(() -> mine.helpful(me, id.value()));
        assertThat(mine.helpful(other, id.value())).isEqualTo(1);
        assertThat(mine.helpful(other, id.value())).as("taken back").isZero();
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication("FORUM_MODERATE"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.refuse(id.value(), "no", ellen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.list(ReviewStatus.WAITING, 1));
    }

    @Test
    void picturesOfWhatWaitsAreNotForEverybody() {
        var picture = new CleanPicture("image/png", new byte[] {1, 2}, new byte[] {1});
        mine.write(me, me, handle, new NewReview("5", "Bright", "It wakes me up gently.", "en", Set.of(), List.of(picture, picture)));
        var ids = mine.of(me, me, handle).review().pictures();
        assertThat(ids).hasSize(2);
        assertThat(reviews.picture(ids.getFirst(), true)).get().satisfies(each -> assertThat(each.shown()).isFalse());
        mine.write(me, me, handle, new NewReview("5", "Bright", "It wakes me up gently.", "en", Set.of(ids.getLast()), List.of()));
        assertThat(mine.of(me, me, handle).review().pictures()).containsExactly(ids.getLast());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.write(me, me, handle, new NewReview("5", "Bright", "It wakes me up gently.", "en", Set.copyOf(ids),
                List.of(picture, picture, picture))));
    }

    @Test
    void asksNothingForWhatItKnowsAndNothingForAProductWithoutReviews() {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        reviews.page(product, 0, ReviewOrder.NEWEST, 1);
        reviews.summary(product);
        assertThat(Statements.of(() -> reviews.page(product, 0, ReviewOrder.NEWEST, 1))).isEmpty();
        assertThat(Statements.of(() -> reviews.page(ProductId.next(), 0, ReviewOrder.NEWEST, 1))).isEmpty();
        assertThat(Statements.of(() -> reviews.page(product, 5, ReviewOrder.HELPFUL, 1))).as("once for each way to look").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void pagesSortsAndFilters() {
        for (int i = 1; i <= 8; i++) {
            var writer = customers.obtain(tag + i + "@reviews.example", "Writer Nr" + i, null, null, Locale.CANADA, "test");
            mine.write(writer, writer, handle, form(String.valueOf(i % 5 + 1), "Title " + i, "Words of the review number " + i));
            desk.publish(mine.of(writer, writer, handle).review().id().value(), ellen);
        }
        var first = reviews.page(product, 0, ReviewOrder.NEWEST, 1);
        assertThat(first.total()).isEqualTo(8);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(first.reviews()).hasSize(ReviewPage.SIZE).first().extracting(ShownReview::title).isEqualTo("Title 8");
        assertThat(reviews.page(product, 0, ReviewOrder.NEWEST, 99).page()).as("the last there is").isEqualTo(2);
        assertThat(reviews.page(product, 0, ReviewOrder.LOWEST, 1).reviews()).extracting(ShownReview::stars).isSorted();
        assertThat(reviews.page(product, 2, ReviewOrder.NEWEST, 1).reviews()).hasSize(2).allMatch(review -> review.stars() == 2);
        mine.helpful(me, first.reviews().getLast().id().value());
        assertThat(reviews.page(product, 0, ReviewOrder.HELPFUL, 1).reviews().getFirst().id()).isEqualTo(first.reviews().getLast().id());
    }

    @Test
    void afterErasureTheStarsCountOnWithoutAName() {
        publish(me, form("5", "Bright", "It wakes me up gently."));
        goods.article("RW-" + tag.toUpperCase(Locale.ROOT), "9.99", 5);
        mine.write(me, me, "rw-" + tag, form("1", "Bad", "See www.cheaper.example for more."));
        data.forget(me);
        for (var table : data.tables().reversed()) {
            if ("review".equals(table.name())) {
                jdbc.update("update review set customer_id = null, title = '', text = '' where customer_id = ?", (Object) Columns.bytes(me.value()));
            }
        }
        assertThat(jdbc.queryForObject("select count(*) from review where product_id = ? and customer_id is null", Integer.class, (Object) Columns.bytes(product.value()))).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from review where product_id = ?", Integer.class,
                (Object) Columns.bytes(catalog.product("rw-" + tag).orElseThrow().id().value()))).as("what nobody saw is gone").isZero();
        assertThat(reviews.summary(product).count()).isEqualTo(1);
    }

    private List<ShownReview> shown() {
        return reviews.page(product, 0, ReviewOrder.NEWEST, 1).reviews();
    }

    private void assertCounted() {
        var counted = IntStream.rangeClosed(1, 5).mapToObj(stars -> jdbc.queryForObject("select count(*) from review where product_id = ? and status = 'PUBLISHED' and stars = ?", Integer.class,
                Columns.bytes(product.value()), stars)).toList();
        assertThat(reviews.summary(product).counts()).isEqualTo(counted);
        assertThat(jdbc.queryForObject("select one + two + three + four + five from review_summary where product_id = ?", Integer.class, (Object) Columns.bytes(product.value())))
                .isEqualTo(counted.stream().mapToInt(Integer::intValue).sum());
    }

    private void publish(CustomerId who, NewReview form) {
        if (mine.write(who, who, handle, form) == ReviewStatus.WAITING) {
            desk.publish(mine.of(who, who, handle).review().id().value(), ellen);
        }
    }

    private static NewReview form(String stars, String title, String text) {
        return new NewReview(stars, title, text, "en", Set.of(), List.of());
    }

    private OrderNumber delivered(CustomerId who) {
        var owner = CartOwner.of(who);
        carts.add(owner, variant(), 1);
        var form = new CheckoutForm("Mira Cole", null, tag + "@reviews.example", null, HOME, "standard", null, null, Locale.CANADA);
        var number = ((CheckoutResult.Placed) checkout.place(owner, carts.of(owner).key(), form, null)).number();
        orderDesk.dispatch(number, "Canada Post", "7023", ellen);
        orderDesk.deliver(number, ellen);
        return number;
    }

    private VariantId variant() {
        return catalog.product(handle).orElseThrow().variants().getFirst().id();
    }
}
