package app.regulars.contracting;

import app.regulars.customer.CustomerDirectory;
import app.regulars.media.CleanPapers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to contracts. Every step stands in the history of the contract and of the house. */
@Service
@Transactional
@RolesAllowed(Permissions.CONTRACTS_SEE)
public class ContractDesk {

    public static final int USUAL_NOTICE = 60;
    public static final int USUAL_REMIND = 30;
    private static final int MOST_DAYS = 1_825;
    private static final int MOST_PAPERS = 20;
    private static final int LONGEST_NAME = 150;
    private static final long FIRST_NUMBER = 1001;

    private final ContractRepository contracts;
    private final ContractQueries queries;
    private final ContractPapers papers;
    private final CleanPapers clean;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final Numbers numbers;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    ContractDesk(ContractRepository contracts, ContractQueries queries, ContractPapers papers, CleanPapers clean, CustomerDirectory customers, StaffDirectory staff, Numbers numbers,
                 AuditTrail audit, Shop shop, Clock clock) {
        this.contracts = contracts;
        this.queries = queries;
        this.papers = papers;
        this.clean = clean;
        this.customers = customers;
        this.staff = staff;
        this.numbers = numbers;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** Those that end first come first. */
    @RolesAllowed(Permissions.CONTRACTS_SEE)
    @Transactional(readOnly = true)
    public List<ContractRow> list(ContractFilter filter, int offset, int limit) {
        return queries.list(filter, today(), offset, Math.min(200, limit));
    }

    @RolesAllowed(Permissions.CONTRACTS_SEE)
    @Transactional(readOnly = true)
    public long count(ContractFilter filter) {
        return queries.count(filter, today());
    }

    /** The latest first. */
    @RolesAllowed(Permissions.CONTRACTS_SEE)
    @Transactional(readOnly = true)
    public List<ContractRow> ofCustomer(CustomerId customer) {
        return queries.ofCustomer(customer, today());
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.CONTRACTS_SEE)
    @Transactional(readOnly = true)
    public ContractFile find(ContractNumber number) {
        return file(contracts.findByNumber(number.value()).orElseThrow(NotFound::new));
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @RolesAllowed(Permissions.CONTRACTS_SEE)
    public ContractFile open(ContractNumber number, StaffId by) {
        var file = find(number);
        audit.viewed(by, "contract", file.id().value(), number.value(), file.customer());
        return file;
    }

    /** @throws Refused beside the field */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public ContractNumber add(ContractForm form, StaffId by) {
        var customer = customers.findByNumber(form.customer() == null ? "" : form.customer().strip())
                .orElseThrow(() -> new Refused("contracting.refused.customer", "customer", Map.of()));
        var said = said(form, null);
        var contract = new Contract(new ContractNumber("CT-" + numbers.next("contract", FIRST_NUMBER)), customer.id(), said, by, clock.instant());
        contracts.saveAndFlush(contract);
        audit.changed(by, "contract.made", "contract", contract.id().value(), change(contract).to(contract.fields()));
        return contract.number();
    }

    /** @throws Refused beside the field, or when somebody else changed it since it was opened */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public void change(ContractNumber number, ContractForm form, StaffId by) {
        var contract = locked(number);
        if (!String.valueOf(contract.version()).equals(form.version())) {
            throw new Refused("contracting.refused.changed");
        }
        var before = contract.fields();
        contract.change(said(form, contract.owner()), by, clock.instant());
        contracts.save(contract);
        audit.changed(by, "contract.changed", "contract", contract.id().value(), change(contract).from(before).to(contract.fields()));
    }

    /** It goes on until another last day; what was ended goes on as well. */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public void renew(ContractNumber number, String until, StaffId by) {
        var contract = locked(number);
        var before = contract.fields().get("ends");
        var next = day(until, "until");
        contract.renew(next, today(), by, clock.instant());
        contracts.save(contract);
        audit.changed(by, "contract.renewed", "contract", contract.id().value(), change(contract).of("ends", before, next));
    }

    /** @param on its last day @param why for staff */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public void end(ContractNumber number, String on, String why, StaffId by) {
        var contract = locked(number);
        var before = contract.fields().get("ends");
        var last = day(on, "on");
        contract.end(last, why, by, clock.instant());
        contracts.save(contract);
        audit.changed(by, "contract.ended", "contract", contract.id().value(), change(contract).of("ends", before, last).because(why));
    }

    /** @param shared whether the customer sees it @throws Refused in a sentence for what is neither picture nor PDF, or could act by itself */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public void file(ContractNumber number, String name, byte[] content, boolean shared, StaffId by) {
        var paper = clean.clean(content);
        var contract = locked(number);
        if (papers.of(contract.id()).size() >= MOST_PAPERS) {
            throw new Refused("contracting.refused.papers", Map.of("most", MOST_PAPERS));
        }
        var called = called(name, paper.contentType());
        papers.add(contract.id(), called, paper, shared, by, clock.instant());
        contract.filed(called, true, by, clock.instant());
        contracts.save(contract);
        audit.changed(by, "contract.filed", "contract", contract.id().value(), change(contract).to(Change.fields("file", called, "shared", shared)));
    }

    /** Its content is gone; that it was there stays written. */
    @RolesAllowed(Permissions.CONTRACTS_CHANGE)
    public void unfile(ContractNumber number, UUID id, StaffId by) {
        var contract = locked(number);
        var name = papers.remove(contract.id(), id, clock.instant()).orElseThrow(NotFound::new);
        contract.filed(name, false, by, clock.instant());
        contracts.save(contract);
        audit.changed(by, "contract.unfiled", "contract", contract.id().value(), change(contract).from(Change.fields("file", name)));
    }

    /** The ending of a name is that of its content, whatever was sent. */
    private static String called(String name, String type) {
        var ending = type.endsWith("pdf") ? ".pdf" : type.endsWith("png") ? ".png" : type.endsWith("gif") ? ".gif" : ".jpg";
        var stem = name == null ? null : PersonTexts.clean(name.replaceAll(".*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[\"<>|:*?;%]", " "));
        stem = stem == null || stem.isBlank() ? "contract" : stem.strip();
        return (stem.length() > LONGEST_NAME - ending.length() ? stem.substring(0, LONGEST_NAME - ending.length()) : stem) + ending;
    }

    private Contract.Said said(ContractForm form, StaffId before) {
        var owner = id(form.owner(), "owner");
        if (owner == null) {
            throw new Refused("contracting.refused.owner", "owner", Map.of());
        }
        var next = new StaffId(owner);
        if (!next.equals(before)) {
            if (staff.find(next).isEmpty()) {
                throw new Refused("contracting.refused.owner", "owner", Map.of());
            }
            staff.stays(next);
        }
        return new Contract.Said(form.title(), form.terms(), day(form.begins(), "begins"), form.ends() == null || form.ends().isBlank() ? null : day(form.ends(), "ends"),
                days(form.notice(), "notice"), days(form.remind(), "remind"), id(form.priceList(), "priceList"), next);
    }

    private static UUID id(String sent, String field) {
        try {
            return sent == null || sent.isBlank() ? null : UUID.fromString(sent);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused("contracting.refused.choose", field, Map.of());
        }
    }

    private static LocalDate day(String typed, String field) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException noDay) {
            throw new Refused("contracting.refused.day", field, Map.of());
        }
    }

    private static int days(String typed, String field) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refused("contracting.refused.days", field, Map.of("most", MOST_DAYS));
        }
        return Integer.parseInt(text);
    }

    private static Change change(Contract contract) {
        return Change.of(contract.number().value()).about(contract.customer());
    }

    private ContractFile file(Contract contract) {
        return contract.file(today(), papers.of(contract.id()), true);
    }

    private Contract locked(ContractNumber number) {
        return contracts.lock(number.value()).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }
}
