package app.regulars.serving;

import java.util.List;
import java.util.UUID;

/** What is done when a promise is nearly missed, or missed; and how long an inquiry may be nobody's. */
public record EscalationBook(List<Rule> rules, int unassignedMinutes, List<UUID> alerted) {

    static final EscalationBook SHIPPED = new EscalationBook(List.of(new Rule("nearly", null, 80, false, null, null, true), new Rule("missed", null, 100, true, null, null, true)), 120, List.of());

    /**
     * @param target  null for each of them
     * @param percent of the time that is used; 100 is missed
     * @param raise   whether the priority goes one step up
     * @param team    to whom it goes then, or null
     * @param person  likewise
     * @param mail    whether whoever has it is told by mail; if nobody has it, those who are alerted
     */
    public record Rule(String name, TargetKind target, int percent, boolean raise, String team, UUID person, boolean mail) {
    }
}
