package app.regulars.inquiry.ui;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** What a customer and staff said about an order, and a box to say more. Every page takes its own from the container. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class MessagesAboutOrder extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String FILES = "order-files";

    private final transient MyInquiries inquiries;
    private final transient Templates templates;
    private final transient Texts texts;
    private final transient FileBasket files;
    private final Fragment fragment = new Fragment("messages-about-order");
    private CustomerId me;
    private String order;
    private String requestKey = UUID.randomUUID().toString();

    MessagesAboutOrder(MyInquiries inquiries, FileBasket files, Templates templates, Texts texts) {
        this.inquiries = inquiries;
        this.templates = templates;
        this.texts = texts;
        getContent().add(fragment);
        getContent().addClassName("messages-about-order");
        this.files = files.in(this, fragment, FILES);
        fragment.on("ask", values -> write(values.get("text")));
    }

    /** Shows the talk about one of the customer's own orders. */
    public void show(CustomerId me, String orderNumber) {
        if (!me.equals(this.me)) {
            Live.on("inquiries:" + me, this, this::update);
        }
        this.me = me;
        this.order = orderNumber;
        fragment.show(templates.render("inquiry/about-order.jte", locale(), Map.of("conversations", inquiries.aboutOrder(me, orderNumber), "order", orderNumber)));
        files.begin();
    }

    private void update() {
        if (me != null) {
            fragment.patch("#order-talk", templates.render("inquiry/about-order-talk.jte", locale(), Map.of("conversations", inquiries.aboutOrder(me, order))));
        }
    }

    /** Goes on with the latest open talk about this order, else begins one. */
    private void write(String text) {
        fragment.fieldError("about-order-text", "");
        try {
            var open = inquiries.aboutOrder(me, order).reversed().stream().map(each -> each.inquiry())
                    .filter(inquiry -> inquiry.status() != InquiryStatus.CLOSED && inquiry.status() != InquiryStatus.RESOLVED).findFirst();
            if (open.isPresent()) {
                inquiries.reply(me, open.get().number(), text, files.taken(), requestKey);
            } else {
                inquiries.ask(me, new NewInquiry(null, text, null, order, null, "/my/orders/" + order, requestKey).carrying(files.taken()));
                Deeds.done("question-sent");
            }
            requestKey = UUID.randomUUID().toString();
            fragment.clearDraft("order-" + order);
            files.begin();
            update();
        } catch (Refused refused) {
            fragment.fieldError("files".equals(refused.field()) ? FILES : "about-order-text", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
