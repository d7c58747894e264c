package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A company as its members see it.
 *
 * @param taxNumber   the tax registration, or null
 * @param paymentDays null for the shop's own terms
 * @param mine        what the person who looks may do
 * @param invitations those that are open; empty for everybody but administrators
 */
public record CompanyFile(CustomerCard card, String companyKind, String taxNumber, Integer paymentDays, MemberRole mine, List<Member> members,
                          List<Invitation> invitations, List<KnownAddress> addresses) {

    public record Member(UUID id, CustomerId person, String name, String email, MemberRole role, Instant since) {

        @Override
        public String toString() {
            return "member " + id;
        }
    }

    public record Invitation(UUID id, String email, MemberRole role, Instant sentAt, Instant until) {

        @Override
        public String toString() {
            return "invitation " + id;
        }
    }

    public boolean administers() {
        return mine == MemberRole.ADMINISTRATOR;
    }

    @Override
    public String toString() {
        return "company " + card.number();
    }
}
