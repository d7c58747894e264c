package app.regulars.demo;

import app.regulars.inquiry.CannedDesk;
import app.regulars.inquiry.CannedReply;
import app.regulars.inquiry.InquiryField;
import app.regulars.inquiry.InquiryFieldDesk;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Macro;
import app.regulars.inquiry.Priority;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What lies ready on the desk: answers that are given often, a macro, and what is asked besides when goods come back. */
@Component
@Order(18)
class DeskChapter implements DemoChapter {

    private static final String OWNER = "ellen";

    private final CannedDesk canned;
    private final InquiryFieldDesk fields;
    private final DemoLedger ledger;

    DeskChapter(CannedDesk canned, InquiryFieldDesk fields, DemoLedger ledger) {
        this.canned = canned;
        this.fields = fields;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(0), "desk", this::make);
    }

    private void make() {
        if (!canned.replies().isEmpty()) {
            return;
        }
        var by = PeopleChapter.staff(ledger, OWNER);
        canned.save(new CannedReply(null, "en", "A new one is on its way", "Hello {given-name|there},\n\nI am sorry about that. A new one leaves today, and you need not send anything back. "
                + "You get the tracking number by e-mail.\n\n{agent}, {shop}", 0), by);
        canned.save(new CannedReply(null, "fr", "Un nouveau est en route", "Bonjour {given-name|},\n\nJe suis désolée. Un nouveau part aujourd’hui, et vous n’avez rien à renvoyer. "
                + "Le numéro de suivi arrive par courriel.\n\n{agent}, {shop}", 0), by);
        canned.save(new CannedReply(null, "en", "Which order is it?", "Hello {given-name|there},\n\nwhich order is this about? Its number begins with HL and stands in every mail about it; a picture helps as well.\n\n{agent}", 0), by);
        var replacement = canned.replies().stream().filter(reply -> reply.title().startsWith("A new one")).findFirst().orElseThrow();
        canned.save(new Macro(null, "Replace what was broken", Priority.HIGH, InquiryType.COMPLAINT, null, true, true, replacement.id(), 0), by);
        fields.save(new InquiryFieldDesk.Form(null, InquiryType.RETURN, InquiryField.Kind.CHOICE, "Is it still packed?", "Est-ce encore emballé?",
                "packed=Still packed=Encore emballé\nopened=Opened=Ouvert\nused=Used=Utilisé", false, true, 0), by);
        fields.save(new InquiryFieldDesk.Form(null, InquiryType.RETURN, InquiryField.Kind.DATE, "When did it arrive?", "Quand est-ce arrivé?", null, false, true, 0), by);
        fields.save(new InquiryFieldDesk.Form(null, InquiryType.COMPLAINT, InquiryField.Kind.TEXT, "Batch on the label", "Lot sur l’étiquette", null, false, false, 0), by);
    }
}
