package app.regulars.platform.security;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who is signed in on the current request or live page. */
@Component
public class CurrentUser {

    public Optional<SignedIn> get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return authentication.getPrincipal() instanceof Principal principal ? Optional.of(principal.signedIn()) : Optional.empty();
    }

    public Optional<CustomerId> customer() {
        return get().flatMap(SignedIn::asCustomer);
    }

    public Optional<StaffId> staff() {
        return get().flatMap(SignedIn::asStaff);
    }

    /** The customer, for pages that only customers reach. */
    public CustomerId requireCustomer() {
        return customer().orElseThrow(() -> new AccessDeniedException("not a customer"));
    }

    /** The member of staff, for pages that only staff reach. */
    public StaffId requireStaff() {
        return staff().orElseThrow(() -> new AccessDeniedException("not staff"));
    }

    /** What a security principal has to be for {@link CurrentUser} to recognise it. */
    public interface Principal {
        SignedIn signedIn();
    }
}
