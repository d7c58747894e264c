package app.regulars.approving;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what companies' own people have still to say yes to, and what they said. Staff decide nothing here. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.ORDERS_SEE)
public class ApprovalDesk {

    private final ApprovalRequestRepository requests;
    private final RequestFiles files;
    private final CustomerDirectory customers;

    ApprovalDesk(ApprovalRequestRepository requests, RequestFiles files, CustomerDirectory customers) {
        this.requests = requests;
        this.files = files;
        this.customers = customers;
    }

    /** @param companies by the company's id */
    public record Page(List<RequestSummary> requests, Map<CustomerId, CustomerCard> companies) {
    }

    /** The latest 200, the newest first. */
    public Page list(boolean open) {
        var all = files.summaries(requests.findTop200ByStatusInOrderByAskedAtDesc(open ? Set.of(RequestStatus.OPEN) : EnumSet.complementOf(EnumSet.of(RequestStatus.OPEN))));
        return new Page(all, customers.cards(all.stream().map(RequestSummary::company).distinct().toList()));
    }

    public RequestFile find(UUID id) {
        return files.file(requests.findById(id).orElseThrow(NotFound::new), false, false);
    }
}
