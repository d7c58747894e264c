package app.regulars.platform.security;

import app.regulars.platform.identity.ActingRights;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Answers who is signed in on the current request or live page. Whoever is no member of a company any more acts for herself from
 * the next look on, also in a session that began before.
 */
@Component
public class CurrentUser {

    private final ObjectProvider<ActingRights> rights;

    CurrentUser(ObjectProvider<ActingRights> rights) {
        this.rights = rights;
    }

    public Optional<SignedIn> get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return authentication.getPrincipal() instanceof Principal principal && !principal.isWaiting() ? Optional.of(checked(principal.signedIn())) : Optional.empty();
    }

    private SignedIn checked(SignedIn somebody) {
        if (!somebody.actsForCompany()) {
            return somebody;
        }
        var known = rights.getIfAvailable();
        return known != null && known.mayActFor(somebody.person(), somebody.customer()) ? somebody : somebody.actingFor(somebody.person());
    }

    /** When the person gave the proof that this session began with; empty for a remembered browser. */
    Optional<Instant> provedAt() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Principal principal ? Optional.ofNullable(principal.provedAt()) : Optional.empty();
    }

    public Optional<CustomerId> customer() {
        return get().flatMap(SignedIn::asCustomer);
    }

    /** The person's own record, whomever she acts for. */
    public Optional<CustomerId> person() {
        return get().flatMap(SignedIn::asPerson);
    }

    public Optional<StaffId> staff() {
        return get().flatMap(SignedIn::asStaff);
    }

    /** Whether whoever is signed in holds this permission now: for what a page shows; the doors ask for themselves. */
    public boolean may(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated()
                && authentication.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + permission).equals(authority.getAuthority()));
    }

    /** The customer, for pages that only customers reach. */
    public CustomerId requireCustomer() {
        return customer().orElseThrow(() -> new AccessDeniedException("not a customer"));
    }

    /** The person herself, for pages about what is hers alone. */
    public CustomerId requirePerson() {
        return person().orElseThrow(() -> new AccessDeniedException("not a customer"));
    }

    /** The member of staff, for pages that only staff reach. */
    public StaffId requireStaff() {
        return staff().orElseThrow(() -> new AccessDeniedException("not staff"));
    }

    /** What a security principal has to be for {@link CurrentUser} to recognise it. */
    public interface Principal {
        SignedIn signedIn();

        /** Whether a second proof is still asked for: such a person is nobody yet. */
        default boolean isWaiting() {
            return false;
        }

        /** When a proof was given, or null when it was long ago. */
        default Instant provedAt() {
            return null;
        }
    }
}
