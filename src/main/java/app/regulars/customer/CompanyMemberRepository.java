package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CompanyMemberRepository extends Repository<CompanyMember, UUID> {

    CompanyMember save(CompanyMember member);

    void delete(CompanyMember member);

    Optional<CompanyMember> findByCompanyIdAndPersonId(CustomerId company, CustomerId person);

    Optional<CompanyMember> findByIdAndCompanyId(UUID id, CustomerId company);

    List<CompanyMember> findTop200ByCompanyIdOrderBySince(CustomerId company);

    List<CompanyMember> findTop100ByPersonIdOrderBySince(CustomerId person);

    List<CompanyMember> findByPersonIdIn(Collection<CustomerId> people);
}
