package app.regulars.customer;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A person who may act for a company. */
@Entity
@Table(name = "company_member")
class CompanyMember {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private CustomerId companyId;
    private CustomerId personId;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private MemberRole role;
    private Instant since;
    private UUID addedBy;

    protected CompanyMember() {
    }

    /** @param by who let the person in, or null for the first one */
    CompanyMember(CustomerId company, CustomerId person, MemberRole role, UUID by, Instant at) {
        this.id = Ids.next();
        this.companyId = company;
        this.personId = person;
        this.role = role;
        this.addedBy = by;
        this.since = at;
    }

    void become(MemberRole role) {
        this.role = role;
    }

    UUID id() {
        return id;
    }

    CustomerId company() {
        return companyId;
    }

    CustomerId person() {
        return personId;
    }

    MemberRole role() {
        return role;
    }

    Instant since() {
        return since;
    }
}
