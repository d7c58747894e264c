package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for what was talked about live. Whoever calls has made sure who talked. */
@Service
public class TalkedInquiries {

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final InquiryNotebook notebook;

    TalkedInquiries(InquiryRepository inquiries, InquiryDrawer drawer, InquiryNotebook notebook) {
        this.notebook = notebook;
        this.inquiries = inquiries;
        this.drawer = drawer;
    }

    /**
     * A talk that is over.
     *
     * @param person which person of a company talked, or null
     * @param proved whether the customer was signed in; else only an address is known
     * @param parts  what was said, in pieces that an inquiry takes as one message each
     * @param notes  what staff said among themselves
     */
    public record Talked(CustomerId customer, CustomerId person, boolean proved, Locale language, String subject, List<String> parts, String requestKey, List<Noted> notes) {

        /** Says nothing of what was talked about. */
        @Override
        public String toString() {
            return "talk " + requestKey;
        }
    }

    /** What one of us noted beside a talk. */
    public record Noted(StaffId by, String text) {

        /** Says nothing of what was noted. */
        @Override
        public String toString() {
            return "a note";
        }
    }

    /**
     * Opens an inquiry; the same request key opens the same one.
     *
     * @param by      who of us talked, and has it now; null for nobody
     * @param settled whether nothing is left to do
     */
    @Transactional
    public InquiryNumber open(Talked talked, StaffId by, boolean settled) {
        var known = drawer.openedBy(talked.requestKey(), talked.customer());
        if (known.isPresent()) {
            return known.get();
        }
        var number = drawer.open(talked.customer(), talked.proved(), new NewInquiry(talked.subject(), talked.parts().getFirst(), null, null, null, null, talked.requestKey(),
                InquiryChannel.CHAT, talked.language().getLanguage(), Map.of(), List.of(), talked.person()));
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        for (int i = 1; i < talked.parts().size(); i++) {
            drawer.reply(inquiry, talked.person(), InquiryChannel.CHAT, talked.parts().get(i), List.of(), talked.requestKey() + ":" + i);
        }
        for (int i = 0; i < talked.notes().size(); i++) {
            notebook.add(inquiry, talked.notes().get(i).by(), talked.notes().get(i).text(), List.of(), talked.requestKey() + ":n" + i);
        }
        if (by != null) {
            drawer.assign(inquiry, by, by);
        }
        if (settled) {
            drawer.resolve(inquiry, by);
        }
        return number;
    }
}
