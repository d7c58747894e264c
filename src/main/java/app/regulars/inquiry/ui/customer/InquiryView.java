package app.regulars.inquiry.ui.customer;

import java.util.Map;
import java.util.UUID;

import app.regulars.inquiry.InquiryConversation;
import app.regulars.inquiry.InquiryFields;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.ui.FileBasket;
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
    private final transient InquiryFields fields;
    private InquiryNumber number;
    private String requestKey;
    private final transient FileBasket files;

    InquiryView(MyInquiries inquiries, CurrentUser user, Texts texts, InquiryFields fields, FileBasket files, Templates templates) {
        super(templates);
        this.inquiries = inquiries;
        this.user = user;
        this.texts = texts;
        this.fields = fields;
        this.files = files.in(this, page(), "my-files");
        page().on("reply", values -> reply(values.get("text")));
        page().on("close", values -> close());
        page().on("reopen", values -> reopen());
        page().on("rate", values -> rate(values.get("stars"), values.get("words")));
        Live.on("inquiries:" + user.requireCustomer(), this, this::update);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new InquiryNumber(event.getRouteParameters().get("number").orElse(""));
        var conversation = inquiries.conversation(user.requireCustomer(), number);
        title(conversation.inquiry().subject());
        requestKey = UUID.randomUUID().toString();
        showAll(conversation);
        files.begin();
    }

    private void showAll(InquiryConversation conversation) {
        show("inquiry/my-inquiry.jte", Map.of("conversation", conversation, "given", fields.given(user.requireCustomer(), conversation.inquiry().number())));
    }

    private void update() {
        var conversation = inquiries.conversation(user.requireCustomer(), number);
        page().patch("#conversation", render("inquiry/my-messages.jte", Map.of("conversation", conversation)));
    }

    private void reply(String text) {
        page().fieldError("reply-text", "");
        try {
            inquiries.reply(user.requireCustomer(), number, text, files.taken(), requestKey);
            requestKey = UUID.randomUUID().toString();
            // the page may stand at the address of one that was made part of another
            page().clearDraft("reply-" + inquiries.conversation(user.requireCustomer(), number).inquiry().number());
            files.begin();
            update();
        } catch (Refused refused) {
            page().fieldError("files".equals(refused.field()) ? "my-files" : "reply-text", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void reopen() {
        inquiries.reopen(user.requireCustomer(), number);
        showAll(inquiries.conversation(user.requireCustomer(), number));
        Notices.done(getTranslation("inquiry.my.reopened"));
    }

    private void rate(String stars, String words) {
        page().fieldError("rating", "");
        try {
            inquiries.rate(user.requireCustomer(), number, stars, words);
            Notices.done(getTranslation("inquiry.my.rated"));
        } catch (Refused refused) {
            page().fieldError(refused.field() == null ? "rating" : refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void close() {
        inquiries.close(user.requireCustomer(), number);
        showAll(inquiries.conversation(user.requireCustomer(), number));
        Notices.done(getTranslation("inquiry.my.closed"));
    }
}
