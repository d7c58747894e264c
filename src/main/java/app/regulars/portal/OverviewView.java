package app.regulars.portal;

import app.regulars.customer.CustomerDirectory;
import app.regulars.incentive.MyVouchers;
import app.regulars.incentive.Voucher;
import app.regulars.inquiry.InquirySummary;
import app.regulars.inquiry.MyInquiries;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderFace;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ui.AskedAgain;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;

/** The customer's first page: what is under way, what waits for an answer, the usual, and the ways on. */
@Route("my")
@Menu(title = "portal.overview.menu", order = 0, icon = "home")
@RolesAllowed(Roles.CUSTOMER)
class OverviewView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int ORDERS = 3;
    private static final int USUALS = 4;
    private static final int INQUIRIES = 20;

    private final transient CurrentUser user;
    private final transient CustomerDirectory customers;
    private final transient MyOrders orders;
    private final transient MyInquiries inquiries;
    private final transient MyVouchers vouchers;
    private final AskedAgain askedAgain;

    OverviewView(Templates templates, CurrentUser user, CustomerDirectory customers, MyOrders orders, MyInquiries inquiries,
            MyVouchers vouchers, AskedAgain askedAgain) {
        super(templates);
        this.user = user;
        this.customers = customers;
        this.orders = orders;
        this.inquiries = inquiries;
        this.askedAgain = askedAgain;
        addComponentAsFirst(askedAgain);
        this.vouchers = vouchers;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.overview.menu"));
        var me = user.requireCustomer();
        var card = customers.find(me).orElseThrow(NotFound::new);
        var latest = orders.list(me, "", 0, ORDERS);
        var faces = orders.faces(me, latest.orders());
        var open = inquiries.list(me, INQUIRIES).stream().filter(inquiry -> inquiry.status().isOpen()).toList();
        var last = latest.orders().stream().findFirst();
        var model = new HashMap<String, Object>();
        model.put("name", user.get().map(SignedIn::displayName).orElse(card.name()).split(" ")[0]);
        model.put("since", card.since());
        model.put("last", last.orElse(null));
        model.put("faces", last.map(order -> faces.getOrDefault(order.id(), List.<OrderFace>of())).orElse(List.of()));
        model.put("earlier", latest.orders().stream().skip(1).toList());
        model.put("vouchers", vouchers.list(me).stream().filter(Voucher::isOpen).toList());
        model.put("milestone", orders.milestone(me).orElse(null));
        model.put("total", latest.total());
        model.put("usuals", orders.usuals(me, USUALS));
        model.put("inquiries", open.stream().limit(4).toList());
        model.put("waiting", open.stream().filter(OverviewView::waitsForMe).count());
        show("portal/overview.jte", model);
        askedAgain.show(user.requirePerson());
    }

    private static boolean waitsForMe(InquirySummary inquiry) {
        return inquiry.status() == app.regulars.inquiry.InquiryStatus.WAITING_FOR_CUSTOMER;
    }
}
