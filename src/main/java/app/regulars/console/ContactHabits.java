package app.regulars.console;

import app.regulars.customer.Browsers;
import app.regulars.forum.Forum;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.TalkPartners;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How a customer really gets in touch, as far as the person who looks may know it. */
@Component
public class ContactHabits {

    private static final int COUNTED = 200;

    private final InquiryDesk inquiries;
    private final TalkPartners partners;
    private final Forum forum;
    private final CustomerFigures figures;
    private final StaffNames staff;
    private final Browsers browsers;
    private final ContactPermission permission;
    private final CurrentUser user;
    private final Clock clock;

    ContactHabits(InquiryDesk inquiries, TalkPartners partners, Forum forum, CustomerFigures figures, StaffNames staff, Browsers browsers,
                  ContactPermission permission, CurrentUser user, Clock clock) {
        this.inquiries = inquiries;
        this.partners = partners;
        this.forum = forum;
        this.figures = figures;
        this.staff = staff;
        this.browsers = browsers;
        this.permission = permission;
        this.user = user;
        this.clock = clock;
    }

    /** @param mostUsed "orders", "inquiries", "forum" or blank; named by console.customer.habit.{it} @param partner a name, or blank; @param browsers only while she allows it */
    public record Habits(String mostUsed, long times, String partner, long answers, List<Browsers.Seen> browsers) {
    }

    Habits of(CustomerId customer, Locale locale) {
        var may = user.may(Permissions.INQUIRIES_SEE);
        long orders = figures.of(customer).count();
        long talks = may ? inquiries.ofCustomer(customer, COUNTED).size() : 0;
        long posts = forum.countOfCustomer(customer);
        var most = Math.max(orders, Math.max(talks, posts));
        var used = most == 0 ? "" : most == orders ? "orders" : most == talks ? "inquiries" : "forum";
        var partner = may ? partners.of(customer).orElse(null) : null;
        return new Habits(used, most, partner == null ? "" : staff.names(List.of(partner.staff())).getOrDefault(partner.staff(), ""), partner == null ? 0 : partner.answers(),
                permission.mayContact(customer, "analytics", "site", clock.instant()) ? browsers.of(customer) : List.of());
    }
}
