package app.regulars.approving.ui.customer;

import app.regulars.approving.MyApprovals;
import app.regulars.approving.RequestSummary;
import app.regulars.customer.Companies;
import app.regulars.customer.MemberRole;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What waits for a yes in the company I act for, and what was decided. */
@Route("my/approvals")
@Menu(title = "approving.title", order = 2.7, icon = "check")
@RolesAllowed(Roles.CUSTOMER)
class ApprovalsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyApprovals approvals;
    private final transient Companies companies;
    private final transient CurrentUser user;

    ApprovalsView(Templates templates, MyApprovals approvals, Companies companies, CurrentUser user) {
        super(templates);
        this.approvals = approvals;
        this.companies = companies;
        this.user = user;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("approving.title"));
        company().ifPresent(company -> Live.on("approvals:" + company, this, this::refresh));
        refresh();
    }

    private Optional<CustomerId> company() {
        return user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer);
    }

    private void refresh() {
        var me = user.requirePerson();
        var model = new HashMap<String, Object>();
        var company = company().orElse(null);
        var role = company == null ? Optional.<MemberRole>empty() : companies.role(me, company);
        var all = role.isEmpty() ? List.<RequestSummary>of() : approvals.list(me, company);
        model.put("member", role.isPresent());
        model.put("decides", role.filter(MemberRole::mayApprove).isPresent());
        model.put("administers", role.filter(each -> each == MemberRole.ADMINISTRATOR).isPresent());
        model.put("requests", all);
        show("approving/list.jte", model);
    }
}
