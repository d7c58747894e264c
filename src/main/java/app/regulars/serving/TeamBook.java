package app.regulars.serving;

import app.regulars.platform.i18n.Localized;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The teams that inquiries are given to, and how much each of their people takes. */
public record TeamBook(List<Team> teams) {

    public record Team(String code, Localized name, List<Member> members) {
    }

    /** @param most open inquiries at once @param awayFrom first day of an absence, or null @param awayUntil its last day */
    public record Member(UUID staff, int most, LocalDate awayFrom, LocalDate awayUntil) {

        boolean isAway(LocalDate day) {
            return awayFrom != null && !day.isBefore(awayFrom) && (awayUntil == null || !day.isAfter(awayUntil));
        }
    }

    public Optional<Team> team(String code) {
        return teams.stream().filter(team -> team.code().equals(code)).findFirst();
    }
}
