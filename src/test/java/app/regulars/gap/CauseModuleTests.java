package app.regulars.gap;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every figure of the report is the number of the records it opens, and what plain SQL counts. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class CauseModuleTests {

    private static final Instant BEGIN = Instant.parse("2034-03-06T15:00:00Z");

    @Autowired
    private CauseDesk desk;
    @Autowired
    private MyInquiries inquiries;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void rankedCausesComplainersAndProductsOpenTheirRecords() {
        var signe = somebody("Signe Vale");
        var perrin = somebody("Perrin Tremblay");
        ask(signe, InquiryType.COMPLAINT, "The lid of the travel mug leaks when it is tilted.", "travel-mug", 1);
        ask(signe, InquiryType.COMPLAINT, "Again the lid of my travel mug leaks.", "travel-mug", 3);
        ask(perrin, InquiryType.COMPLAINT, "My travel mug: the lid leaks.", "travel-mug", 4);
        ask(perrin, InquiryType.QUESTION, "When do you roast the winter blend?", null, 5);
        ask(signe, InquiryType.QUESTION, "Is the winter blend roasted soon, when do you roast?", null, 6);
        ask(signe, InquiryType.DELIVERY, "The parcel is late.", null, 8);
        BusinessClock.at(BEGIN.plus(Duration.ofDays(10)), () -> {
            var report = desk.report(30);
            assertThat(report.all().count()).isEqualTo(sql("1 = 1")).isEqualTo(6);
            assertThat(report.complaints().count()).isEqualTo(sql("type = 'COMPLAINT'")).isEqualTo(3);
            assertThat(report.types().getFirst()).satisfies(figure -> assertThat(figure.label()).isEqualTo("COMPLAINT"));
            assertThat(report.products()).singleElement().satisfies(figure -> assertThat(figure.count()).isEqualTo(sql("product_handle = 'travel-mug'")));
            assertThat(report.complainers()).singleElement().satisfies(figure -> {
                assertThat(figure.label()).isEqualTo("Signe Vale");
                assertThat(figure.count()).isEqualTo(2);
            });
            assertThat(report.causes()).singleElement().satisfies(figure -> assertThat(figure.count()).isEqualTo(3));
            assertThat(report.questions()).extracting(CauseReport.Figure::count).contains(2, 3);
            for (var figure : report.types()) {
                assertThat(desk.records(report, figure.key())).hasSize(figure.count());
            }
            assertThat(desk.records(report, report.causes().getFirst().key())).extracting(CauseReport.Line::type).containsOnly(InquiryType.COMPLAINT).hasSize(3);
            assertThat(desk.records(report, "type:NOTHING")).isEmpty();
            assertThat(report.timeShare()).as("nobody has answered yet").isZero();
            assertThat(report.compared()).isEqualTo(6);
            // who answered took some time: three quarters of it for what was complained about
            jdbc.update("update inquiry set minutes_spent = case type when 'COMPLAINT' then 15 when 'DELIVERY' then 15 else 0 end where opened_at >= ?", Columns.utc(BEGIN));
            var worked = desk.report(30);
            assertThat(worked.byMinutes()).isTrue();
            assertThat(worked.timeShare()).isEqualTo(0.75);
            for (var figures : List.of(report.products(), report.complainers(), report.questions())) {
                assertThat(figures).isNotEmpty().allSatisfy(figure -> {
                    assertThat(figure.count()).isEqualTo(figure.numbers().size());
                    assertThat(desk.records(report, figure.key())).extracting(CauseReport.Line::number).containsExactlyInAnyOrderElementsOf(figure.numbers());
                });
            }
            assertThat(desk.records(report, report.complainers().getFirst().key())).extracting(CauseReport.Line::customer).containsOnly("Signe Vale");
        });
    }

    private CustomerId somebody(String name) {
        return customers.obtain("cause-" + UUID.randomUUID() + "@example.com", name, null, null, Languages.ENGLISH, "test");
    }

    private void ask(CustomerId who, InquiryType type, String text, String product, int day) {
        BusinessClock.at(BEGIN.plus(Duration.ofDays(day)), () -> inquiries.ask(who, new NewInquiry(null, text, type, null, product, null, UUID.randomUUID().toString())));
    }

    private int sql(String which) {
        return jdbc.queryForObject("select count(*) from inquiry where opened_at >= ? and opened_at < ? and " + which, Integer.class, Columns.utc(BEGIN),
                Columns.utc(BEGIN.plus(Duration.ofDays(11))));
    }
}
