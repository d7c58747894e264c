package app.regulars.demo;

import app.regulars.platform.i18n.Localized;
import app.regulars.serving.HoursPage;
import app.regulars.serving.RoutingBook;
import app.regulars.serving.RoutingDesk;
import app.regulars.serving.ServingDesk;
import app.regulars.serving.TeamBook;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who answers when, and three rules that send questions there: from today on. */
@Component
@Order(13)
class ServiceChapter implements DemoChapter {

    private static final String OWNER = "ellen";
    private static final String FRENCH = "mara";
    private static final String CARE = "care";
    private static final int MOST = 20;
    /** Before anything was asked, so that the reports tell of a team. */
    private static final int BEFORE = 200;
    private static final String HOURS = "9:00-17:00";
    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    private final ServingDesk serving;
    private final RoutingDesk routing;
    private final DemoLedger ledger;

    ServiceChapter(ServingDesk serving, RoutingDesk routing, DemoLedger ledger) {
        this.serving = serving;
        this.routing = routing;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(BEFORE), "service", this::make);
    }

    private void make() {
        if (serving.teams().version() > 0) {
            return;
        }
        var owner = PeopleChapter.staff(ledger, OWNER);
        var french = PeopleChapter.staff(ledger, FRENCH);
        serving.save(0, new TeamBook(List.of(new TeamBook.Team(CARE, new Localized("Care", "Service"), List.of(new TeamBook.Member(owner.value(), MOST, null, null),
                new TeamBook.Member(french.value(), MOST, null, null))))), owner);
        serving.save(0, "", new HoursPage(ZONE.getId(), List.of(HOURS, HOURS, HOURS, HOURS, HOURS, "", ""), "", "pe"), owner);
        routing.save(0, new RoutingBook(List.of(rule("Complaints", List.of("complaint"), List.of(), List.of(), null, "high"),
                rule("Damaged", List.of("return", "delivery"), List.of(), List.of("broken", "leaks", "cracked", "cassé", "brisé"), null, "high"),
                rule("French complaints and ideas", List.of("complaint", "idea"), List.of("fr"), List.of(), french.value(), null))), owner);
    }

    private static RoutingBook.Rule rule(String name, List<String> types, List<String> languages, List<String> words, java.util.UUID person, String priority) {
        return new RoutingBook.Rule(name, true, types, List.of(), languages, words, List.of(), List.of(), null, 60, CARE, person, priority);
    }
}
