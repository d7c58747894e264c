package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CompanyInvitationRepository extends Repository<CompanyInvitation, UUID> {

    CompanyInvitation save(CompanyInvitation invitation);

    Optional<CompanyInvitation> findByTokenHash(String hash);

    Optional<CompanyInvitation> findByIdAndCompanyId(UUID id, CustomerId company);

    @Query("select i from CompanyInvitation i where i.companyId = :company and i.acceptedAt is null and i.revokedAt is null and i.expiresAt > :now order by i.createdAt")
    List<CompanyInvitation> open(CustomerId company, Instant now);

    long countByCompanyIdAndCreatedAtAfter(CustomerId company, Instant since);
}
