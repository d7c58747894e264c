package app.regulars.contracting;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A contract: its days decide where it stands, and every step stays written. */
@Entity
@Table(name = "contract")
class Contract {

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TERMS = 8000;
    private static final int LONGEST_WHY = 2000;
    private static final int MOST_YEARS = 100;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    private CustomerId customerId;
    private String title;
    private String terms;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private int noticeDays;
    private int remindDays;
    private LocalDate decideOn;
    private LocalDate remindOn;
    private LocalDate remindedFor;
    private boolean leaving;
    private UUID priceListId;
    private StaffId ownerId;
    private Instant madeAt;
    private Instant changedAt;
    @ElementCollection
    @CollectionTable(name = "contract_moment", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "position")
    private List<Moment> moments = new ArrayList<>();

    @Embeddable
    record Moment(Instant happenedAt, String what, StaffId staffId, LocalDate onDay, String detail) {
    }

    /** What can be said of it. @param ends null without end */
    record Said(String title, String terms, LocalDate begins, LocalDate ends, int notice, int remind, UUID priceList, StaffId owner) {

        Said {
            title = PersonTexts.clean(title);
            if (title == null || title.isBlank()) {
                throw new Refused("contracting.refused.title", "title", Map.of());
            }
            title = PersonTexts.bounded(title, LONGEST_TITLE, "title");
            // what was agreed may have lines
            terms = terms == null ? "" : terms.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]+", " ").strip();
            terms = terms.isEmpty() ? "" : PersonTexts.bounded(terms, LONGEST_TERMS, "terms");
            if (begins == null) {
                throw new Refused("contracting.refused.day", "begins", Map.of());
            }
            if (ends != null && (ends.isBefore(begins) || ends.isAfter(begins.plusYears(MOST_YEARS)))) {
                throw new Refused("contracting.refused.ends", "ends", Map.of());
            }
        }
    }

    protected Contract() {
    }

    Contract(ContractNumber number, CustomerId customer, Said said, StaffId by, Instant at) {
        this.id = Ids.next();
        this.number = number.value();
        this.customerId = customer;
        this.madeAt = at;
        take(said);
        happened(at, "made", by, null, null);
    }

    void change(Said said, StaffId by, Instant at) {
        if (leaving && !java.util.Objects.equals(endsOn, said.ends())) {
            throw new Refused("contracting.refused.leaving", "ends", Map.of());
        }
        take(said);
        happened(at, "changed", by, null, null);
    }

    /** @param until the new last day */
    void renew(LocalDate until, LocalDate today, StaffId by, Instant at) {
        if (endsOn == null) {
            throw new Refused("contracting.refused.endless");
        }
        if (until == null || !until.isAfter(endsOn) || !until.isAfter(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            throw new Refused("contracting.refused.until", "until", Map.of());
        }
        endsOn = until;
        leaving = false;
        reckon();
        happened(at, "renewed", by, until, null);
    }

    /** @param on its last day */
    void end(LocalDate on, String why, StaffId by, Instant at) {
        if (leaving) {
            throw new Refused("contracting.refused.ended");
        }
        if (on == null || on.isBefore(beginsOn) || endsOn != null && on.isAfter(endsOn)) {
            throw new Refused("contracting.refused.on", "on", Map.of());
        }
        var said = PersonTexts.clean(why);
        if (said == null || said.isBlank()) {
            throw new Refused("contracting.refused.why", "why", Map.of());
        }
        endsOn = on;
        leaving = true;
        reckon();
        happened(at, "ended", by, on, PersonTexts.bounded(said, LONGEST_WHY, "why"));
    }

    /** @return whether the owner was not reminded of this end before */
    boolean remind(LocalDate today, Instant at) {
        if (leaving || remindOn == null || remindOn.isAfter(today) || endsOn.equals(remindedFor)) {
            return false;
        }
        remindedFor = endsOn;
        happened(at, "reminded", null, decideOn, null);
        return true;
    }

    void filed(String name, boolean added, StaffId by, Instant at) {
        happened(at, added ? "filed" : "unfiled", by, null, name);
    }

    void give(StaffId next, StaffId by, Instant at) {
        ownerId = next;
        happened(at, "given", by, null, null);
    }

    private void take(Said said) {
        title = said.title();
        terms = said.terms();
        beginsOn = said.begins();
        endsOn = said.ends();
        noticeDays = said.notice();
        remindDays = said.remind();
        priceListId = said.priceList();
        ownerId = said.owner();
        reckon();
    }

    private void reckon() {
        decideOn = endsOn == null ? null : endsOn.minusDays(noticeDays);
        remindOn = decideOn == null ? null : decideOn.minusDays(remindDays);
    }

    private void happened(Instant at, String what, StaffId by, LocalDate day, String detail) {
        changedAt = at;
        moments.add(new Moment(at, what, by, day, detail));
    }

    static ContractState state(LocalDate beginsOn, LocalDate endsOn, LocalDate remindOn, boolean leaving, LocalDate today) {
        var past = endsOn != null && endsOn.isBefore(today);
        if (leaving) {
            return past ? ContractState.ENDED : ContractState.LEAVING;
        }
        if (past) {
            return ContractState.EXPIRED;
        }
        if (remindOn != null && !remindOn.isAfter(today)) {
            return ContractState.DUE;
        }
        return beginsOn.isAfter(today) ? ContractState.UPCOMING : ContractState.RUNNING;
    }

    ContractId id() {
        return new ContractId(id);
    }

    int version() {
        return version;
    }

    CustomerId customer() {
        return customerId;
    }

    ContractNumber number() {
        return new ContractNumber(number);
    }

    StaffId owner() {
        return ownerId;
    }

    Map<String, Object> fields() {
        return app.regulars.platform.audit.Change.fields("title", title, "begins", beginsOn, "ends", endsOn, "notice", noticeDays, "remind", remindDays, "terms", terms, "priceList",
                priceListId, "owner", ownerId);
    }

    ContractFile file(LocalDate today, List<ContractFile.Paper> papers, boolean forStaff) {
        return new ContractFile(id(), version, number(), customerId, title, terms, state(beginsOn, endsOn, remindOn, leaving, today), beginsOn, endsOn, noticeDays, remindDays, decideOn,
                remindOn, priceListId, ownerId, papers.stream().filter(paper -> forStaff || paper.shared()).toList(),
                forStaff ? moments.stream().map(each -> new ContractFile.Moment(each.happenedAt(), each.what(), each.staffId(), each.onDay(), each.detail())).toList() : List.of());
    }
}
