package app.regulars.inquiry.ui.customer;

import java.util.Map;
import java.util.UUID;

import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.MyInquiries;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One conversation, as its customer sees it; answers appear while it is open. */
@Route("my/inquiries/:number")
@RolesAllowed(Roles.CUSTOMER)
class InquiryView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyInquiries inquiries;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private InquiryNumber number;
    private String requestKey;

    InquiryView(MyInquiries inquiries, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.inquiries = inquiries;
        this.user = user;
        this.texts = texts;
        page().on("reply", values -> reply(values.get("text")));
        page().on("close", values -> close());
        Live.on("inquiries:" + user.requireCustomer(), this, this::update);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new InquiryNumber(event.getRouteParameters().get("number").orElse(""));
        var conversation = inquiries.conversation(user.requireCustomer(), number);
        title(conversation.inquiry().subject());
        requestKey = UUID.randomUUID().toString();
        show("inquiry/my-inquiry.jte", Map.of("conversation", conversation));
    }

    private void update() {
        var conversation = inquiries.conversation(user.requireCustomer(), number);
        page().patch("#conversation", render("inquiry/my-messages.jte", Map.of("conversation", conversation)));
    }

    private void reply(String text) {
        page().fieldError("reply-text", "");
        try {
            inquiries.reply(user.requireCustomer(), number, text, requestKey);
            requestKey = UUID.randomUUID().toString();
            page().clearDraft("reply-" + number);
            update();
        } catch (Refused refused) {
            page().fieldError("reply-text", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void close() {
        inquiries.close(user.requireCustomer(), number);
        show("inquiry/my-inquiry.jte", Map.of("conversation", inquiries.conversation(user.requireCustomer(), number)));
        Notices.done(getTranslation("inquiry.my.closed"));
    }
}
