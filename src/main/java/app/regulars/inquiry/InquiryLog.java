package app.regulars.inquiry;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what did not come over the website: a call, a letter, a fax, a visit, written down on one screen. */
@Service
@RolesAllowed(Permissions.INQUIRIES_ANSWER)
public class InquiryLog {

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final CustomerDirectory customers;
    private final Orders orders;
    private final AuditTrail audit;

    InquiryLog(InquiryRepository inquiries, InquiryDrawer drawer, CustomerDirectory customers, Orders orders, AuditTrail audit) {
        this.inquiries = inquiries;
        this.drawer = drawer;
        this.customers = customers;
        this.orders = orders;
        this.audit = audit;
    }

    /** @param who number or e-mail address of the customer @param answer what was answered on the spot, which settles it; blank leaves it open @param files what came along, such as the letter as a picture */
    public record Entry(String who, InquiryChannel channel, InquiryType type, String order, String text, String answer, int minutes, List<NewFile> files, String requestKey) {
    }

    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public Optional<CustomerCard> customer(String who) {
        var text = who == null ? "" : who.strip();
        return text.contains("@") ? customers.findByEmail(text) : customers.findByNumber(text);
    }

    /** @throws Refused beside "who" or "text" */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public InquiryNumber write(Entry entry, StaffId by) {
        var who = customer(entry.who()).orElseThrow(() -> new Refused("inquiry.log.refused.who", "who", Map.of()));
        var order = entry.order() == null || entry.order().isBlank() ? null
                : orders.find(new OrderNumber(entry.order().strip())).filter(known -> known.customer().equals(who.id())).map(known -> known.number().value()).orElse(null);
        var known = drawer.openedBy(entry.requestKey(), who.id());
        if (known.isPresent()) {
            return known.get();
        }
        var number = drawer.open(who.id(), true, new NewInquiry(null, entry.text(), entry.type(), order, null, entry.requestKey()).by(entry.channel()).in(who.locale()).carrying(entry.files()));
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        inquiry.spend(entry.minutes());
        if (entry.answer() == null || entry.answer().isBlank()) {
            drawer.assign(inquiry, by, by);
        } else {
            drawer.answer(inquiry, entry.answer(), InquiryStatus.RESOLVED, entry.requestKey() + ":answer", by);
        }
        audit.changed(by, "inquiry.logged", "inquiry", inquiry.inquiryId().value(), Change.of(number.value()).about(who.id()));
        return number;
    }
}
