package app.regulars.inquiry.ui.customer;

import java.util.Map;

import app.regulars.inquiry.MyInquiries;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What I have asked. */
@Route("my/inquiries")
@Menu(title = "inquiry.my.title", order = 20, icon = "ask")
@RolesAllowed(Roles.CUSTOMER)
class InquiryListView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyInquiries inquiries;
    private final transient CurrentUser user;

    InquiryListView(MyInquiries inquiries, CurrentUser user, Templates templates) {
        super(templates);
        this.inquiries = inquiries;
        this.user = user;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.my.title"));
        show("inquiry/my-list.jte", Map.of("inquiries", inquiries.list(user.requireCustomer(), 100)));
    }
}
