package app.regulars.demo;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.time.BusinessClock;
import app.regulars.talking.TalkDesk;
import app.regulars.talking.Talks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Live talks of the last working days; today two of us are here for more. */
@Component
@Order(15)
class TalkChapter implements DemoChapter {

    private static final int A_MINUTE = 60;

    private final Talks talks;
    private final TalkDesk desk;
    private final CustomerDirectory customers;
    private final DemoLedger ledger;
    private final Shop shop;

    TalkChapter(Talks talks, TalkDesk desk, CustomerDirectory customers, DemoLedger ledger, Shop shop) {
        this.talks = talks;
        this.desk = desk;
        this.customers = customers;
        this.ledger = ledger;
        this.shop = shop;
    }

    /** What was said in turns, the customer first. */
    private record Talked(String with, String customer, Locale language, boolean settled, List<String> lines) {
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        talked(story, timeline, 1, new Talked("ellen", "greta.lund@post.example", Languages.ENGLISH, true, List.of("Good morning! Does the small kettle fit an induction hob?",
                "Good morning, Greta. Yes: its base is steel, from 12 cm on.", "Mine are 14 cm. Wonderful, thank you.", "Enjoy it!")));
        talked(story, timeline, 2, new Talked("mara", "lise@poirier.example", Languages.FRENCH, false, List.of("Bonjour, mon moulin grince depuis hier.",
                "Bonjour Lise. Est-ce qu’il grince aussi à vide ?", "Oui, aussi à vide.", "Alors c’est le roulement. Je demande à l’atelier et je vous écris demain.")));
        timeline.add(story.daysAgo(0), "talks:here", () -> List.of("ellen", "mara", "priya").forEach(key -> desk.comesOrGoes(true, staff(key))));
    }

    private void talked(Story story, Timeline timeline, int workingDaysAgo, Talked talked) {
        var at = morning(story.now(), workingDaysAgo);
        timeline.add(at, "talk:" + talked.customer(), () -> talk(talked, at));
    }

    /** A quarter past ten, when somebody is there. */
    private Instant morning(Instant now, int workingDaysAgo) {
        var day = now.atZone(shop.zone()).toLocalDate();
        for (int left = workingDaysAgo; left > 0;) {
            day = day.minusDays(1);
            left -= EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.atTime(LocalTime.of(10, 15)).atZone(shop.zone()).toInstant();
    }

    private void talk(Talked talked, Instant at) {
        var by = staff(talked.with());
        var me = new Talks.Me(customers.findByEmail(talked.customer()).orElseThrow().id(), null);
        desk.comesOrGoes(true, by);
        if (!talks.isOpen()) {
            return;
        }
        var token = talks.begin(me, new Talks.Beginning(null, null, talked.language(), talked.lines().getFirst(), UUID.randomUUID().toString()));
        var number = talks.lines(me, token, 0, false).number();
        BusinessClock.at(at.plusSeconds(A_MINUTE / 2), () -> desk.take(number, by));
        for (int i = 1; i < talked.lines().size(); i++) {
            var line = talked.lines().get(i);
            var customers = i % 2 == 0;
            BusinessClock.at(at.plusSeconds((long) A_MINUTE * i), () -> {
                if (customers) {
                    talks.say(me, token, UUID.randomUUID().toString(), line);
                } else {
                    desk.say(number, UUID.randomUUID().toString(), line, by);
                }
            });
        }
        BusinessClock.at(at.plusSeconds((long) A_MINUTE * talked.lines().size()), () -> desk.end(number, talked.settled(), by));
    }

    private StaffId staff(String key) {
        return PeopleChapter.staff(ledger, key);
    }
}
