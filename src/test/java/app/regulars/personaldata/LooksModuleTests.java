package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.MyInquiries;
import app.regulars.notification.OutboxDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever of the staff opens something of a customer is seen by that customer, and by no other. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class LooksModuleTests {

    @Autowired
    private ApplicationContext house;
    @Autowired
    private MyLooks looks;
    @Autowired
    private OrderDesk orders;
    @Autowired
    private InquiryDesk inquiries;
    @Autowired
    private MyInquiries asked;
    @Autowired
    private OutboxDesk outbox;
    @Autowired
    private PrivacyDesk privacy;
    @Autowired
    private CustomerRecordDesk records;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private MyData mine;
    @Autowired
    private JdbcTemplate jdbc;

    private final StaffId ellen = StaffId.next();

    @Test
    void everyMatterThatIsOpenedIsSeenByItsCustomerOnce() {
        var her = SomebodyKnown.in(house, "looked.");
        var other = SomebodyKnown.in(house, "unlooked.");
        var before = looks.of(other.id());
        var request = mine.ask(her.id(), RequestKind.CORRECTION, "A dot is missing", Languages.ENGLISH);
        privacy.answer(request, "Put right.", ellen);
        var inquiry = asked.list(her.id(), 1).getFirst().number();
        orders.open(new OrderNumber(her.number()), ellen);
        inquiries.open(inquiry, ellen);
        outbox.open(Columns.uuid(jdbc.queryForObject("select id from outbox_message where customer_id = ? and kind = 'privacy.answer'", byte[].class,
                Columns.bytes(her.id().value()))), ellen);
        privacy.read(request, ellen);
        // again, for a page that is open
        orders.find(new OrderNumber(her.number()));
        inquiries.find(inquiry);
        privacy.find(request);
        var seen = looks.of(her.id()).stream().filter(look -> look.times() == 4).findFirst().orElseThrow();
        assertThat(seen.matters()).containsExactly(new MyLooks.Matter("customer", ""), new MyLooks.Matter("message", ""),
                new MyLooks.Matter("inquiry", inquiry.value()), new MyLooks.Matter("order", her.number()));
        assertThat(looks.of(other.id())).isEqualTo(before);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.open(new OrderNumber("HL-0"), ellen));
    }

    @Test
    void aLookAtTheRecordOfACompanyIsSeenByThoseWhoActForIt() {
        var her = SomebodyKnown.in(house, "acting.");
        var company = records.create(new CustomerRecordDesk.NewRecord("Zéphirine", "Quackenbush Tea Room", "acting." + SomebodyKnown.EMAIL, null, Languages.ENGLISH, Set.of()), ellen);
        records.open(company.number(), ellen);
        assertThat(looks.of(her.id())).flatExtracting(MyLooks.Looker::matters).contains(new MyLooks.Matter("company", "Quackenbush Tea Room"));
        assertThat(looks.of(SomebodyKnown.in(house, "bystanding.").id())).flatExtracting(MyLooks.Looker::matters).extracting(MyLooks.Matter::kind).doesNotContain("company");
    }
}
