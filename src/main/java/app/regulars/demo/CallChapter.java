package app.regulars.demo;

import app.regulars.calling.CallDesk;
import app.regulars.calling.CallEvent;
import app.regulars.calling.CallIntake;
import app.regulars.calling.ExtensionDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is called at which extension, and the calls of the last days as a telephone system told of them. */
@Component
@Order(16)
class CallChapter implements DemoChapter {

    private static final UUID TELEPHONE = UUID.nameUUIDFromBytes("telephone of the demonstration".getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> EXTENSIONS = Map.of("201", "ellen", "202", "mara", "204", "priya");

    private final CallIntake intake;
    private final CallDesk desk;
    private final ExtensionDesk extensions;
    private final DemoLedger ledger;

    CallChapter(CallIntake intake, CallDesk desk, ExtensionDesk extensions, DemoLedger ledger) {
        this.intake = intake;
        this.desk = desk;
        this.extensions = extensions;
        this.ledger = ledger;
    }

    /** @param seconds null where nobody answered @param note null where nobody has noted anything */
    private record Called(double daysAgo, String from, String to, Integer seconds, String note) {
    }

    private static final List<Called> CALLS = List.of(
            new Called(6.1, "+1 902 555 0121", "201", 245, "Her usual, but ground for a moka pot from now on."),
            new Called(4.3, "902-555-0147", "201", 410, "The inn wants twelve more mugs before the first of the month. Sent a quote."),
            new Called(3.2, "+1 418 555 0155", "202", 180, "Demande si le thé du port revient cet hiver. Oui, en décembre."),
            new Called(2.1, "anonymous", "201", 65, "Asked for the hours of the counter on the pier."),
            new Called(1.2, "+1 902 555 0199", "200", null, null),
            new Called(0.3, "902 555 0157", "204", 130, "Wants to change the address of her standing order. Did it with her."),
            new Called(0.1, "+1 506 555 0172", "202", null, null));

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(30), "calls:extensions", () -> EXTENSIONS.forEach((extension, key) -> extensions.set(PeopleChapter.staff(ledger, key), extension,
                PeopleChapter.staff(ledger, "priya"))));
        for (int i = 0; i < CALLS.size(); i++) {
            var call = CALLS.get(i);
            var id = "demo-" + i;
            timeline.add(story.daysAgo(call.daysAgo()), "call:" + i, () -> called(call, id, story.daysAgo(call.daysAgo())));
        }
    }

    private void called(Called call, String id, Instant at) {
        var number = intake.take(TELEPHONE, new CallEvent(id, CallEvent.Kind.RINGING, at, call.from(), call.to(), null, null, null)).call().number();
        if (call.seconds() != null) {
            intake.take(TELEPHONE, new CallEvent(id, CallEvent.Kind.ANSWERED, at.plusSeconds(9), null, null, null, null, null));
        }
        intake.take(TELEPHONE, new CallEvent(id, CallEvent.Kind.ENDED, at.plusSeconds(call.seconds() == null ? 25 : call.seconds() + 9), null, null, call.seconds(), null, null));
        if (call.note() != null) {
            desk.note(number, call.note(), null, PeopleChapter.staff(ledger, EXTENSIONS.getOrDefault(call.to(), "ellen")));
        }
    }
}
