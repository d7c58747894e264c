package app.regulars.demo;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.privacy.PrivacyStatements;
import app.regulars.privacy.PurposeDesk;
import app.regulars.privacy.PurposeDesk.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the shop's permissions came to read as they do: what a purchase implies, a clearer sentence, one that means something new. */
@Component
@Order(3)
class PrivacyChapter implements DemoChapter {

    private static final double RULED_DAYS_AGO = 1_790;
    private static final double STATED_DAYS_AGO = 420;
    private static final double CLEARER_DAYS_AGO = 210;
    private static final double WIDER_DAYS_AGO = 9;
    private static final int DECIDING = 5;

    private final PurposeDesk purposes;
    private final PrivacyStatements statements;
    private final DemoLedger ledger;
    private final Clock clock;

    PrivacyChapter(PurposeDesk purposes, PrivacyStatements statements, DemoLedger ledger, Clock clock) {
        this.purposes = purposes;
        this.statements = statements;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var statement = story.data().shop().privacyStatement();
        timeline.add(story.daysAgo(RULED_DAYS_AGO), "privacy:offers", () -> purposes.change("offers", List.of("email"), 24, 6, owner()));
        timeline.add(story.daysAgo(STATED_DAYS_AGO), "privacy:statement", () -> statements.publish(2, statement, clock.instant()));
        timeline.add(story.daysAgo(CLEARER_DAYS_AGO), "privacy:reminders", () -> purposes.publish("reminders", new Words(
                new Localized("Reminders when my usuals run low", "Des rappels quand mes habitudes s’épuisent"),
                new Localized("You may e-mail me when something I order regularly is probably running out, once for each product.",
                        "Vous pouvez m’écrire par courriel quand un produit que je commande régulièrement risque de manquer, une fois par produit.")), false, owner()));
        timeline.add(story.daysAgo(WIDER_DAYS_AGO), "privacy:analytics", () -> purposes.publish("analytics", new Words(
                new Localized("Counting visits", "Le comptage des visites"),
                new Localized("You may connect my visits on this device and on my other devices with my account, to improve the search and the pages.",
                        "Vous pouvez rattacher à mon compte mes visites sur cet appareil et sur mes autres appareils, pour améliorer la recherche et les pages.")),
                true, owner()));
    }

    /** The first statement had no word yet on who decides. */
    static Localized first(Localized statement) {
        return new Localized(without(statement.en()), without(statement.fr()));
    }

    private static String without(String text) {
        var sections = Arrays.asList(text.split("\n(?=## )"));
        return IntStream.range(0, sections.size()).filter(place -> place != DECIDING).mapToObj(sections::get).collect(Collectors.joining("\n"));
    }

    private StaffId owner() {
        return PeopleChapter.staff(ledger, "ines");
    }
}
