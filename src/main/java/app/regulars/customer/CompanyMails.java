package app.regulars.customer;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The letter that lets somebody in. It holds the company's name, which is checked, and nothing else that anybody typed. */
@Component
class CompanyMails {

    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final PublicAddress address;

    CompanyMails(Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address) {
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.address = address;
    }

    void invite(String email, Locale locale, String company, String token) {
        var subject = texts.get(locale, "customer.mail.invited.subject", java.util.Map.of("company", company, "shop", shop.name()));
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("company", company);
        model.put("href", address.of("/join/" + token));
        notifications.post(new OutgoingMail("customer.invited:" + Secrets.hash(token), "customer.invited", null, null, email, locale, subject,
                templates.render("customer/mail-invited.jte", locale, model)));
    }
}
