package app.regulars.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import app.regulars.platform.identity.StaffNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: who works here, and as what. */
@Service
@Transactional(readOnly = true)
public class StaffDirectory implements StaffNames {

    private final StaffRepository staff;
    private final StaffBook book;

    StaffDirectory(StaffRepository staff, StaffBook book) {
        this.staff = staff;
        this.book = book;
    }

    public Map<StaffId, StaffCard> cards(Collection<StaffId> ids) {
        return ids.isEmpty() ? Map.of()
                : staff.findByIdIn(ids.stream().distinct().map(StaffId::value).toList()).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::card));
    }

    @Override
    public Map<StaffId, String> names(Collection<StaffId> ids) {
        return cards(ids).values().stream().collect(Collectors.toMap(StaffCard::id, StaffCard::name));
    }

    public Optional<StaffCard> find(StaffId id) {
        return staff.findById(id.value()).map(StaffMember::card);
    }

    public Optional<StaffCard> findByEmail(String email) {
        return EmailAddress.parse(email).flatMap(address -> staff.findByEmail(address.value())).map(StaffMember::card);
    }

    /** Everybody who is active, by name, at most 500. */
    public List<StaffCard> all() {
        return staff.findTop500ByActiveTrueOrderByName().stream().map(StaffMember::card).toList();
    }

    /** Everybody who works or worked here, at most 500. */
    public List<StaffCard> everybody() {
        return staff.everybody().stream().map(StaffMember::card).toList();
    }

    /** What the member may do now; empty for somebody who left or is suspended. */
    public Optional<StaffAccess> access(StaffId id) {
        return staff.findById(id.value()).filter(StaffMember::isActive)
                .flatMap(member -> book.of(id).map(standing -> new StaffAccess(id, member.name(), standing.roles())));
    }

    /**
     * To be asked first by whatever puts somebody in charge of a matter: until the caller's transaction ends, the member cannot be
     * suspended, so that nothing is given to somebody who is just being let go. Ids that nobody ever had are taken as they are.
     *
     * @throws Refused for a suspended member
     */
    @Transactional
    public void stays(StaffId id) {
        if (staff.lock(id.value()).filter(member -> !member.isActive()).isPresent()) {
            throw new Refused("staff.gone");
        }
    }

    /** Makes a member, or answers the one of this address; for the demonstration and the first start of an empty shop. */
    @Transactional
    public StaffId engage(NewStaff person, Instant at) {
        return staff.findByEmail(EmailAddress.of(person.email()).value()).orElseGet(() -> {
            book.changing();
            return staff.saveAndFlush(new StaffMember(person, at));
        }).id();
    }

    /** The member has set the desk to a language: from now on letters come in it too. */
    @Transactional
    public void readsIn(StaffId id, Locale locale) {
        staff.findById(id.value()).ifPresent(member -> {
            member.readsIn(Languages.code(locale));
            staff.save(member);
        });
    }

    /** Whether nobody works here yet. */
    public boolean isEmpty() {
        return !staff.existsByActiveTrue();
    }
}
