package app.regulars.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.invoicing.InvoiceDesk;
import app.regulars.invoicing.InvoiceFilter;
import app.regulars.media.CleanPicture;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderChange;
import app.regulars.ordering.OrderChangeDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.pricing.Prices;
import app.regulars.returning.MyReturns;
import app.regulars.returning.NewReturn;
import app.regulars.returning.ReturnDesk;
import app.regulars.returning.ReturnFilter;
import app.regulars.returning.ReturnKind;
import app.regulars.returning.ReturnNumber;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever works for an office sees what it sold: its orders, their invoices and their returns, by every way there is, and nothing of others. */
@RegularsTest
@WithStaff
class OfficeScopeTests {

    private static final PostalAddress HALIFAX = new PostalAddress("Mira Cole", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");
    private static final StaffId BY = new StaffId(Ids.next());

    private final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final StaffId theirs = StaffId.next();

    @Autowired
    private SellingDesk desk;
    @Autowired
    private OrderDesk orders;
    @Autowired
    private OrderChangeDesk changes;
    @Autowired
    private InvoiceDesk invoices;
    @Autowired
    private ReturnDesk returns;
    @Autowired
    private MyReturns mine;
    @Autowired
    private Checkout checkout;
    @Autowired
    private Goods goods;
    @Autowired
    private CustomerDirectory customers;
    private CustomerId mira;
    private VariantId mug;
    private OrderNumber sold;
    private OrderNumber other;

    @BeforeEach
    void anOfficeAndTwoOrders() {
        desk.save(new AgentForm("OFF-" + tag, "Quay office", "office", true, Set.of(theirs)), BY);
        mira = customers.obtain(tag + "@office.example", "Mira Cole", null, null, Locale.CANADA, "test");
        mug = goods.article("OFF-M-" + tag, "20.00", 50);
        sold = place("OFF-" + tag);
        other = place(null);
    }

    private OrderNumber place(String agent) {
        var form = new CheckoutForm("Mira Cole", null, tag + "@office.example", null, HALIFAX, "standard", null, null, Locale.CANADA);
        var result = checkout.place(new NewOrder(Ids.next(), mira, mira, List.of(new Prices.Wish(mug, 2)), form, null, "web").through(agent));
        return ((CheckoutResult.Placed) result).number();
    }

    private ReturnNumber delivered(OrderNumber number) {
        orders.dispatch(number, "Canada Post", "7023", BY);
        orders.deliver(number, BY);
        return mine.open(mira, mira, number, new NewReturn(ReturnKind.RETURN, 0, 1, mine.reasons(ReturnKind.RETURN).getFirst().id().toString(), "It came in two halves.", "refund",
                List.of(new CleanPicture("image/jpeg", new byte[] {1}, new byte[] {2})), Ids.next()), Locale.CANADA);
    }

    @Test
    void seesWhatItSoldAndNothingElse() {
        var ours = delivered(sold);
        var elses = delivered(other);
        var byCustomer = new OrderFilter(null, "", mira, "", false, false, "");
        var cases = new ReturnFilter(null, null, "OFF-M-" + tag, null, null, "");
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> invoices.list(new InvoiceFilter("", sold.value(), null, null), 0, 10).size() == 1
                && invoices.list(new InvoiceFilter("", other.value(), null, null), 0, 10).size() == 1);
        assertThat(orders.list(byCustomer, 0, 10).orders()).hasSize(2);
        assertThat(returns.list(cases, 0, 10).total()).isEqualTo(2);
        var foreign = invoices.list(new InvoiceFilter("", other.value(), null, null), 0, 10).getFirst().number();

        asTheOffice();
        assertThat(orders.list(byCustomer, 0, 10).orders()).extracting(order -> order.number()).containsExactly(sold);
        assertThat(orders.find(sold).number()).isEqualTo(sold);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.find(other));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.note(other, "mine now", theirs));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> changes.preview(other, OrderChange.quantities(Map.of(0, 1), "")));
        assertThat(invoices.list(new InvoiceFilter("", other.value(), null, null), 0, 10)).isEmpty();
        assertThat(invoices.count(new InvoiceFilter("", other.value(), null, null))).isZero();
        assertThat(invoices.list(new InvoiceFilter("", sold.value(), null, null), 0, 10)).hasSize(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> invoices.pdf(foreign, theirs));
        var file = new StringWriter();
        invoices.write(new InvoiceFilter("", "", null, null), file, theirs);
        assertThat(file.toString()).contains(sold.value()).doesNotContain(other.value());
        assertThat(returns.list(cases, 0, 10).rows()).extracting(row -> row.number()).containsExactly(ours);
        assertThat(returns.find(ours).number()).isEqualTo(ours);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> returns.find(elses));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> returns.proposal(elses));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> returns.approve(elses, true, theirs));
        assertThat(returns.counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    }

    private void asTheOffice() {
        var context = SecurityContextHolder.createEmptyContext();
        var permissions = List.of(Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP, Permissions.ORDERS_CHANGE, Permissions.PAYMENTS_SEE, Permissions.RETURNS_SEE, Permissions.RETURNS_HANDLE,
                Permissions.DATA_EXPORT);
        var signedIn = new SignedIn(Ids.next(), null, theirs, "Office", "office@example.com");
        CurrentUser.Principal principal = () -> signedIn;
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
                WithStaff.Factory.authentication(permissions.toArray(String[]::new)).getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
