package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryId;
import app.regulars.inquiry.InquiryPresence;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Colleagues see that somebody has an inquiry open or writes in it, and she sees them. */
final class Attendance {

    private final InquiryPresence presence;
    private final DeskTools tools;
    private final Fragment talk;
    private final HasComponents page;
    private final Supplier<StaffId> me;
    private final Supplier<Locale> locale;
    private Span watching = new Span();
    private InquiryId at;
    private boolean writing;

    Attendance(InquiryPresence presence, DeskTools tools, Fragment talk, HasComponents page, Supplier<StaffId> me, Supplier<Locale> locale) {
        this.presence = presence;
        this.tools = tools;
        this.talk = talk;
        this.page = page;
        this.me = me;
        this.locale = locale;
    }

    void arrive(InquiryId inquiry) {
        leave();
        at = inquiry;
        presence.here(at, me.get(), false);
        watching.removeFromParent();
        watching = new Span();
        Live.on(InquiryPresence.topic(at), watching, this::show);
        page.add(watching);
    }

    void leave() {
        if (at != null) {
            presence.gone(at, me.get());
            at = null;
            writing = false;
        }
    }

    void write() {
        if (at != null && !writing) {
            writing = true;
            presence.here(at, me.get(), true);
        }
    }

    void pause() {
        if (at != null) {
            writing = false;
            presence.here(at, me.get(), false);
        }
    }

    List<InquiryPresence.Here> others() {
        return at == null ? List.of() : presence.others(at, me.get());
    }

    private void show() {
        if (at != null) {
            talk.patch("#here", tools.render("inquiry/desk-here.jte", locale.get(), Map.of("others", others())));
        }
    }
}
