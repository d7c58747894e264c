package app.regulars.serving;

import app.regulars.inquiry.InquiryCare;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who of a team could take something now. */
@Component
class Placing {

    private final Settings settings;
    private final InquiryCare care;
    private final StaffDirectory staff;
    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    Placing(Settings settings, InquiryCare care, StaffDirectory staff, JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.settings = settings;
        this.care = care;
        this.staff = staff;
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** The people of a team who work here, with what they have. */
    List<Sharing.Hand> hands(String team) {
        var today = LocalDate.ofInstant(clock.instant(), shop.zone());
        return settings.teams().content().team(team).map(TeamBook.Team::members).orElse(List.of()).stream().filter(member -> staff.access(new StaffId(member.staff())).isPresent())
                .map(member -> Sharing.Hand.of(member, today, care.load(new StaffId(member.staff())), given(new StaffId(member.staff())))).toList();
    }

    Optional<StaffId> inTeam(String team) {
        return Optional.ofNullable(Sharing.pick(null, hands(team)).staff()).map(StaffId::new);
    }

    /** Whoever has it is away or works here no more: somebody else of its team; empty where nothing is to be done. */
    Optional<StaffId> instead(InquiryFacts inquiry) {
        var has = inquiry.assignee();
        return has == null || inquiry.team() == null || staff.access(has).isPresent() && !isAway(has) ? Optional.empty() : inTeam(inquiry.team());
    }

    private boolean isAway(StaffId who) {
        var today = LocalDate.ofInstant(clock.instant(), shop.zone());
        return settings.teams().content().teams().stream().flatMap(team -> team.members().stream()).anyMatch(member -> member.staff().equals(who.value()) && member.isAway(today));
    }

    private Instant given(StaffId member) {
        return jdbc.query("select max(decided_at) as given from serving_decision where picked = ?", (row, n) -> Optional.ofNullable(Columns.instant(row, "given")),
                Columns.bytes(member.value())).getFirst().orElse(null);
    }
}
