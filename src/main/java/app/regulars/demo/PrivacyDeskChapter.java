package app.regulars.demo;

import app.regulars.personaldata.MyData;
import app.regulars.personaldata.NewRequest;
import app.regulars.personaldata.PrivacyDesk;
import app.regulars.personaldata.PrivacyRegister;
import app.regulars.personaldata.RequestKind;
import app.regulars.personaldata.RequestState;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people asked about their data, one of them too long ago, and the one thing that went wrong. */
@Component
@Order(8)
class PrivacyDeskChapter implements DemoChapter {

    private final MyData people;
    private final PrivacyDesk desk;
    private final PrivacyRegister register;
    private final DemoLedger ledger;
    private final Shop shop;

    PrivacyDeskChapter(MyData people, PrivacyDesk desk, PrivacyRegister register, DemoLedger ledger, Shop shop) {
        this.people = people;
        this.desk = desk;
        this.register = register;
        this.ledger = ledger;
        this.shop = shop;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        asked(story, timeline, "correction", 96, () -> people.ask(person("claudette"), RequestKind.CORRECTION,
                "Mon nom de famille s’écrit avec un trait d’union, et vos étiquettes l’oublient.", Languages.FRENCH));
        timeline.add(story.daysAgo(94.8), "privacy-desk:correction:answer", () -> desk.answer(number("correction"),
                "C’est corrigé dans votre dossier, et votre prochaine étiquette le portera. Merci de nous l’avoir dit.", staff("ines")));
        timeline.add(story.daysAgo(94.7), "privacy-desk:correction:end", () -> desk.close(number("correction"), RequestState.DONE, "", staff("ines")));

        asked(story, timeline, "access", 33, () -> desk.enter(new NewRequest(RequestKind.ACCESS, null, "Aurelia Whitlock", "aurelia@whitlock.example", Languages.ENGLISH,
                "I bought tea at your counter in spring and left my number for the waiting list. What did you keep?", "mail"), staff("odile")));
        timeline.add(story.daysAgo(31.5), "privacy-desk:access:take", () -> desk.take(number("access"), staff("odile")));
        timeline.add(story.daysAgo(12), "privacy-desk:access:note", () -> desk.note(number("access"),
                "Not in any record under this address. Tobias still has the paper list of the spring tasting; ask him on Monday.", staff("odile")));

        asked(story, timeline, "objection", 11, () -> people.ask(person("greta"), RequestKind.OBJECTION,
                "Please do not work out from my orders what I may like next. I would rather browse.", Languages.ENGLISH));
        timeline.add(story.daysAgo(10.6), "privacy-desk:objection:take", () -> desk.take(number("objection"), staff("ines")));

        asked(story, timeline, "automated", 2.3, () -> people.ask(person("anouk"), RequestKind.AUTOMATED,
                "Ma remise de bienvenue m’a été refusée sans qu’on me dise pourquoi. Est-ce une machine qui décide?", Languages.FRENCH));

        timeline.add(story.daysAgo(141), "privacy-desk:incident", () -> register.save(null, incident(story), staff("ines")));
        timeline.add(story.daysAgo(205), "privacy-desk:assessment", () -> register.assess(null, Map.of("title", "Reminders that count days between orders",
                "change", "Purpose “reminders”, version 2", "description", "From the dates of somebody’s orders of one product we reckon when it runs out, and send one reminder.",
                "risks", "Somebody who shares a mailbox shows what is bought and how often.", "measures", "Express yes only, one letter for each product, no product in the subject.",
                "conclusion", "go"), staff("ines")));
    }

    private Map<String, String> incident(Story story) {
        return Map.of("title", "Two parcels with each other’s packing slip", "happened", day(story, 144).toString(), "noticed", day(story, 142).toString(),
                "description", "Two slips left the printer together and were swapped. Each customer read the other’s name, address and order.",
                "data", "Name, address, articles of one order", "persons", "2", "risk", "low",
                "measures", "Both were called the same day and sent the slips back. The printer now takes one slip at a time.",
                "told", day(story, 142).toString(), "closed", day(story, 141).toString());
    }

    /** In the shop's zone: in its evening the day is another one in Greenwich, and no form takes a day to come. */
    private LocalDate day(Story story, double daysAgo) {
        return LocalDate.ofInstant(story.daysAgo(daysAgo), shop.zone());
    }

    private static void asked(Story story, Timeline timeline, String name, double daysAgo, Supplier<String> ask) {
        timeline.add(story.daysAgo(daysAgo), "privacy-desk:" + name, ask);
    }

    private String number(String name) {
        return ledger.required("privacy-desk:" + name);
    }

    private CustomerId person(String key) {
        return PeopleChapter.person(ledger, key);
    }

    private StaffId staff(String key) {
        return PeopleChapter.staff(ledger, key);
    }
}
