package app.regulars.staff;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Somebody who works here. */
@Entity
@Table(name = "staff_member")
class StaffMember {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String name;
    private String email;
    @ElementCollection
    @CollectionTable(name = "staff_member_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role_code")
    private Set<String> roles = new HashSet<>();
    private String languages;
    private String readsIn;
    private String team;
    private boolean active;
    private int generation;
    private Instant suspendedAt;
    private Instant joinedAt;

    protected StaffMember() {
    }

    StaffMember(NewStaff person, Instant at) {
        this.id = Ids.next();
        this.name = PersonTexts.name(person.name());
        this.email = EmailAddress.of(person.email()).value();
        this.roles.addAll(person.roles());
        this.languages = String.join(",", person.languages());
        this.team = PersonTexts.bounded(PersonTexts.clean(person.team()), 120, "team");
        this.active = true;
        this.joinedAt = at;
    }

    /** @param codes at least one */
    void assign(Set<String> codes) {
        roles.retainAll(codes);
        roles.addAll(codes);
    }

    /** Ends every session there is. */
    void signOutEverywhere() {
        generation++;
    }

    void suspend(Instant at) {
        active = false;
        suspendedAt = at;
        signOutEverywhere();
    }

    void reinstate() {
        active = true;
        suspendedAt = null;
    }

    /** In which language letters reach the member from now on. @param code "en" or "fr" */
    void readsIn(String code) {
        readsIn = code;
    }

    StaffId id() {
        return new StaffId(id);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Set<String> roles() {
        return new TreeSet<>(roles);
    }

    boolean isActive() {
        return active;
    }

    StaffCard card() {
        return new StaffCard(id(), name, email, team, Languages.of(readsIn == null ? languages.split(",")[0] : readsIn));
    }

    StaffEntry entry(Instant lastSignIn, boolean signsIn, boolean secondStep) {
        return new StaffEntry(id(), name, email, roles(), List.of(languages.split(",")), team, active, joinedAt, suspendedAt, lastSignIn, signsIn, secondStep);
    }
}
