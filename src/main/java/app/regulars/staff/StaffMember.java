package app.regulars.staff;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    @Enumerated(EnumType.STRING)
    private StaffRole role;
    private String languages;
    private String team;
    private boolean active;
    private Instant joinedAt;

    protected StaffMember() {
    }

    StaffMember(NewStaff person, Instant at) {
        this.id = Ids.next();
        this.name = PersonTexts.name(person.name());
        this.email = EmailAddress.of(person.email()).value();
        this.role = person.role();
        this.languages = String.join(",", person.languages());
        this.team = PersonTexts.bounded(PersonTexts.clean(person.team()), 120, "team");
        this.active = true;
        this.joinedAt = at;
    }

    void assign(StaffRole role) {
        this.role = role;
    }

    void activate(boolean active) {
        this.active = active;
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

    StaffRole role() {
        return role;
    }

    boolean isActive() {
        return active;
    }

    StaffCard card() {
        return new StaffCard(id(), name, email, role.name().toLowerCase(Locale.ROOT));
    }

    StaffEntry entry(Instant lastSignIn, boolean signsIn) {
        return new StaffEntry(id(), name, email, role, List.of(languages.split(",")), team, active, joinedAt, lastSignIn, signsIn);
    }
}
