package app.regulars.inquiry.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Deed;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.ui.FileBasket;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Where staff write: an answer to the customer or a note for colleagues. What is typed stays until it has left. */
final class AnswerPane {

    private final Fragment composer;
    private final FileBasket files;
    private final InquiryDesk desk;
    private final CustomerDirectory customers;
    private final DeskTools tools;
    private final Texts texts;
    private final Talk talk;
    private String requestKey = "";

    /** The conversation that is written in. */
    interface Talk {

        InquiryNumber number();

        /** Which state of it the person has seen. */
        int version();

        /** How many notes of it she has seen. */
        int notes();

        StaffId me();

        Locale locale();

        /** Somebody was quicker: this is how it stands now. */
        void overtaken(InquiryFile now);

        void sent(InquiryFile now);
    }

    AnswerPane(Fragment composer, FileBasket files, InquiryDesk desk, CustomerDirectory customers, DeskTools tools, Texts texts, Talk talk) {
        this.composer = composer;
        this.files = files;
        this.desk = desk;
        this.customers = customers;
        this.tools = tools;
        this.texts = texts;
        this.talk = talk;
        composer.on("send", this::send);
    }

    void show(InquiryFile file) {
        requestKey = UUID.randomUUID().toString();
        var email = customers.find(file.inquiry().customer()).map(card -> card.email()).orElse("");
        composer.show(tools.render("inquiry/desk-composer.jte", talk.locale(), Map.of("file", file, "email", email == null ? "" : email, "replies", tools.replies(), "macros", tools.macros())));
        files.begin();
    }

    private void send(Map<String, String> typed) {
        var note = "note".equals(typed.get("kind"));
        var field = note ? "note-text" : "answer-text";
        composer.fieldError(field, "");
        try {
            if (note) {
                desk.note(talk.number(), typed.get("note"), files.taken(), requestKey, talk.me());
                left("note-", "inquiry.desk.noted");
                return;
            }
            var then = "resolved".equals(typed.get("then")) ? InquiryStatus.RESOLVED : InquiryStatus.WAITING_FOR_CUSTOMER;
            switch (desk.reply(talk.number(), Math.max(talk.version(), version(typed.get("read"))), Math.max(talk.notes(), notes(typed.get("read"))), typed.get("text"), files.taken(), then, requestKey, talk.me())) {
                case Deed.Done done -> left("answer-", "inquiry.desk.sent");
                case Deed.ChangedMeanwhile changed -> {
                    // the draft stays where it is; the next press sends it, knowing what came in between
                    talk.overtaken(changed.now());
                    composer.fieldError(field, text("inquiry.desk.changed-draft"));
                }
            }
        } catch (Refused refused) {
            composer.fieldError("files".equals(refused.field()) ? "desk-files" : field, texts.get(talk.locale(), refused.key(), refused.arguments()));
        }
    }

    /** Which state stood on the page, as the page says, the number of notes behind a point; what it showed is seen. */
    static int version(String typed) {
        return number(typed == null ? "" : typed.split("\\.", 2)[0]);
    }

    private static int notes(String typed) {
        return number(typed == null || !typed.contains(".") ? "" : typed.split("\\.", 2)[1]);
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException notWrittenYet) {
            return -1;
        }
    }

    private void left(String draft, String said) {
        composer.clearDraft(draft + talk.number().value());
        files.begin();
        requestKey = UUID.randomUUID().toString();
        Notices.done(text(said));
        // the keys work again at once, those of the answer too
        composer.getElement().executeJs("if(this.contains(document.activeElement))document.activeElement.blur();"
                + "const reply=this.querySelector('[name=kind][value=reply]:not(:disabled)');if(reply)reply.checked=true");
        talk.sent(desk.find(talk.number()));
    }

    private String text(String key) {
        return texts.get(talk.locale(), key);
    }
}
