package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.forum.OpenForum;
import app.regulars.matching.MatchDesk;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** After erasure nobody can tell any more that the person was ever here, and what others need is still there. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ErasureModuleTests {

    @Autowired
    private ApplicationContext house;
    @Autowired
    private MyData mine;
    @Autowired
    private Erasure erasure;
    @Autowired
    private PersonalScan scan;
    @Autowired
    private PersonalRecords records;
    @Autowired
    private ColumnMap map;
    @Autowired
    private MatchDesk matches;
    @Autowired
    private OpenForum forum;
    @Autowired
    private MyOrders orders;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void leavesNeitherNameNorMailNorPhoneNorAddressAnywhere() {
        var her = SomebodyKnown.in(house, "a.");
        var before = scan.find(her.traces());
        assertThat(before).extracting(PersonalScan.Find::place).contains("customer.name", "customer.email", "customer_address.line1", "account.email",
                "sales_order.contact_phone", "inquiry_message.body", "inquiry_note.body", "forum_post.text", "outbox_message.recipient", "search_log.question",
                "search_document.keywords", "audit_entry.after_values", "search index");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.erase(her.id(), "somebody@else.example", Languages.ENGLISH));
        assertThat(scan.find(her.traces())).as("nothing happens without the typed address").isEqualTo(before);

        BusinessClock.at(Instant.now(), () -> mine.erase(her.id(), "A." + SomebodyKnown.EMAIL.toUpperCase(), Languages.ENGLISH));

        assertThat(scan.find(her.traces())).isEmpty();
        var order = orders.find(her.id(), new OrderNumber(her.number()));
        assertThat(order.total().amount()).isEqualByComparingTo("39.00");
        assertThat(jdbc.queryForObject("select province from sales_order where number = ?", String.class, her.number())).isEqualTo("PE");
        var posts = forum.topic(her.topic(), 1).orElseThrow().posts();
        assertThat(posts.getLast().text()).contains("Soft water");
        assertThat(posts.getLast().author().name()).isNull();
        assertThat(mine.requests(her.id())).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(RequestState.DONE);
            assertThat(request.name()).isNull();
        });
        erasure.run(her.id());
        assertThat(scan.find(her.traces())).as("again changes nothing").isEmpty();
    }

    @Test
    void waitsForAnOrderThatIsOnItsWay() {
        var her = SomebodyKnown.in(house, "w.");
        jdbc.update("update sales_order set status = 'SHIPPED', delivered_at = null where number = ?", her.number());
        BusinessClock.at(Instant.now(), () -> {
            assertThat(mine.unfinished(her.id())).containsExactly(her.number());
            assertThat(mine.erase(her.id(), "w." + SomebodyKnown.EMAIL, Languages.FRENCH).state()).isEqualTo(RequestState.WAITING);
            assertThat(mine.erase(her.id(), "w." + SomebodyKnown.EMAIL, Languages.FRENCH).state()).as("asked twice").isEqualTo(RequestState.WAITING);
        });
        assertThat(mine.requests(her.id())).hasSize(1);
        var work = house.getBean(ErasureWork.class);
        assertThat(work.again()).isZero();
        jdbc.update("update sales_order set status = 'DELIVERED', delivered_at = ? where number = ?", Columns.utc(Instant.now()), her.number());
        assertThat(work.again()).isOne();
        assertThat(scan.find(her.traces())).isEmpty();
        assertThat(work.again()).isZero();
    }

    /** Two open tabs, one press each. */
    @Test
    void isAskedOnceFromTwoTabs() throws Exception {
        var her = SomebodyKnown.in(house, "tabs.");
        var now = Instant.now();
        try (var tabs = Executors.newFixedThreadPool(2)) {
            var presses = List.of(1, 2).stream().map(tab -> tabs.submit(() -> mine.erase(her.id(), "tabs." + SomebodyKnown.EMAIL, Languages.ENGLISH).number())).toList();
            assertThat(presses.getFirst().get()).isEqualTo(presses.getLast().get());
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(scan.find(her.traces())).isEmpty());
        assertThat(mine.requests(her.id())).singleElement().satisfies(request -> assertThat(request.askedAt()).isAfterOrEqualTo(now.minusSeconds(5)));
    }

    /** What was said under the other name goes as well, and nothing remembers how to make two of the one again. */
    @Test
    void forgetsEveryRecordThatWasMergedIntoHers() {
        var her = SomebodyKnown.in(house, "m.");
        var other = SomebodyKnown.in(house, "m2.");
        var merge = matches.merge(other.id(), her.id(), "Both are " + other.name(), StaffId.next());
        assertThat(scan.find(other.traces())).extracting(PersonalScan.Find::place).contains("customer.name", "inquiry_message.body", "forum_post.text", "customer_merge.reason");
        BusinessClock.at(Instant.now(), () -> mine.erase(her.id(), "m." + SomebodyKnown.EMAIL, Languages.ENGLISH));
        assertThat(scan.find(her.traces())).isEmpty();
        assertThat(scan.find(other.traces())).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from customer_merge_row where merge_id = ?", Integer.class, Columns.bytes(merge))).isZero();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> matches.undo(merge, StaffId.next()));
        assertThat(matches.merges()).filteredOn(entry -> entry.id().equals(merge)).allSatisfy(entry -> assertThat(entry.undoUntil()).isNull());
    }

    /** Whoever was merged after she asked is forgotten with the record that counts, and asks for it under her own number. */
    @Test
    void aRequestOfARecordThatWasGivenUpCountsForTheOther() {
        var her = SomebodyKnown.in(house, "n.");
        var other = SomebodyKnown.in(house, "n2.");
        var number = mine.ask(other.id(), RequestKind.ACCESS, "", Languages.ENGLISH);
        var merge = matches.merge(other.id(), her.id(), "", StaffId.next());
        assertThat(mine.requests(her.id())).extracting(RequestRow::number).contains(number);
        matches.undo(merge, StaffId.next());
        assertThat(mine.requests(other.id())).extracting(RequestRow::number).contains(number);
        matches.merge(other.id(), her.id(), "", StaffId.next());
        erasure.run(other.id());
        assertThat(scan.find(her.traces())).isEmpty();
        assertThat(scan.find(other.traces())).isEmpty();
    }

    /** A table that somebody adds with people in it has to be declared by its module. */
    @Test
    void everyTableWithPeopleInItBelongsToASource() {
        var declared = records.sources().stream().flatMap(source -> source.tables().stream()).map(table -> table.name()).collect(Collectors.toCollection(HashSet::new));
        // staff are not customers; what others wrote, and what is kept without a person, is reached by its words
        declared.addAll(List.of("staff_member", "staff_member_role", "staff_extension", "talk_presence", "staff_second_step", "staff_recovery_code", "incentive_rule", "search_log", "search_document", "event_publication", "rate_limit", "shop_setting", "assortment_change", "article_term",
                "faq_article", "faq_draft", "faq_version", "faq_solved", "merchant_page_version", "faq_vote", "forum_topic_views", "privacy_statement", "purpose_wording", "privacy_incident", "privacy_assessment", "retention_rule"));
        var missing = new ArrayList<String>();
        map.all().stream().filter(column -> column.mark() != PersonalMark.NO && !declared.contains(column.table())).map(ColumnMap.Column::table).distinct()
                .forEach(table -> missing.add(table + " holds personal data: name it in the PersonalDataSource of its module"));
        assertThat(missing).isEmpty();
    }
}
