package app.regulars.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerFilter;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryFilter;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.matching.MatchDesk;
import app.regulars.ordering.ImportedOrder;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderImport;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.audit.AuditDesk;
import app.regulars.platform.audit.AuditFilter;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.quality.QualityDesk;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The staff's lists cost the same statements however many rows they show. */
@RegularsTest
@WithStaff
class ListStatementsTests {

    @Autowired
    CustomerDirectory directory;
    @Autowired
    CustomerDesk customers;
    @Autowired
    OrderImport imports;
    @Autowired
    OrderDesk orders;
    @Autowired
    MyInquiries asking;
    @Autowired
    InquiryDesk inquiries;
    @Autowired
    MatchDesk matches;
    @Autowired
    QualityDesk quality;
    @Autowired
    AuditDesk audit;

    final StaffId ellen = StaffId.next();
    final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void askAsMuchForManyRowsAsForFew() {
        live(2);
        statements(); // what is read once and kept, such as the fields of the list
        var few = statements();
        live(6);
        assertThat(matches.merges()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(statements()).isEqualTo(few);
    }

    private void live(int pairs) {
        for (int i = 0; i < pairs; i++) {
            var one = somebody();
            var other = somebody();
            for (var customer : List.of(one, other)) {
                imports.save(List.of(new ImportedOrder(new OrderNumber("L" + UUID.randomUUID().toString().substring(0, 12)), customer, "Maren",
                        Instant.parse("2026-05-01T10:00:00Z"), "CAD", false, List.of(new ImportedOrder.Line("MUG", "Mug", null, 1, Money.of("5.00", "CAD"))),
                        null, null, "CA", null, null)));
                asking.ask(customer, new NewInquiry("Where is my parcel?", "It was promised for Friday.", InquiryType.values()[0], null, null, UUID.randomUUID().toString()));
            }
            matches.merge(one, other, null, ellen);
            somebody();
        }
        matches.look(ellen);
    }

    private CustomerId somebody() {
        return directory.obtain("l-" + UUID.randomUUID() + "@lists.example", "Odile Lists " + unique, null, null, Locale.CANADA, "guest-checkout");
    }

    /** Of each list in the order of the menu. */
    private List<Integer> statements() {
        return List.of(count(() -> customers.list(CustomerFilter.everybody(), 0, 50)),
                count(() -> orders.faces(orders.list(OrderFilter.ALL, 0, 50).orders())),
                count(() -> inquiries.list(new InquiryFilter(InquiryFilter.Queue.ALL_OPEN, ""), ellen, 50, java.util.Locale.CANADA)),
                count(() -> matches.candidates(0, 50)),
                count(matches::merges),
                count(() -> quality.worst(null, 0, 50)),
                count(() -> audit.page(AuditFilter.ALL, null, 50)));
    }

    private static int count(Runnable reading) {
        return Statements.of(reading).size();
    }
}
