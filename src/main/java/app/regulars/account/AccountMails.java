package app.regulars.account;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The messages about the account itself. They hold nothing that a stranger typed, such as a name: a registration form must
 * not carry anybody's words into another's mail.
 */
@Component
class AccountMails {

    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final PublicAddress address;

    AccountMails(Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address) {
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.address = address;
    }

    void confirm(String email, Locale locale, String token) {
        post("confirm", token, null, email, locale, "/confirm/" + token);
    }

    void alreadyRegistered(String email, Locale locale, CustomerId customer) {
        post("known", Secrets.next(), customer, email, locale, "/login");
    }

    void reset(String email, Locale locale, CustomerId customer, String token) {
        post("reset", token, customer, email, locale, "/reset/" + token);
    }

    void signIn(String email, Locale locale, CustomerId customer, String token) {
        post("sign-in", token, customer, email, locale, "/sign-in/" + token);
    }

    /** To the address that is left: whoever reads it may say no by doing nothing. */
    void leavingAddress(String email, Locale locale, CustomerId customer, String token, String other) {
        post("email-old", token, customer, email, locale, "/email/" + token, Map.of("other", other));
    }

    /** To the address that is to be the new one. */
    void newAddress(String email, Locale locale, String token) {
        post("email-new", token, null, email, locale, "/email/" + token);
    }

    /** To somebody whose address was named as another's new one. */
    void addressTaken(String email, Locale locale, CustomerId customer) {
        post("email-taken", Secrets.next(), customer, email, locale, "/login");
    }

    /** To the address that was left, with the way back. */
    void addressChanged(String email, Locale locale, CustomerId customer, String token, String other) {
        post("email-changed", token, customer, email, locale, "/email/" + token, Map.of("other", other));
    }

    void passkeyAdded(String email, Locale locale, CustomerId customer) {
        post("passkey", Secrets.next(), customer, email, locale, "/forgot");
    }

    void closed(String email, Locale locale, CustomerId customer) {
        post("closed", Secrets.next(), customer, email, locale, "/register");
    }

    void passwordChanged(String email, Locale locale, CustomerId customer) {
        post("changed", Secrets.next(), customer, email, locale, "/forgot");
    }

    void invite(String email, Locale locale, String token) {
        post("invite", token, null, email, locale, "/reset/" + token);
    }

    /** To somebody who bought here before there was this site, or as a guest: about her own orders, nothing else. */
    void firstUse(String email, Locale locale, CustomerId customer, String token) {
        post("first", token, customer, email, locale, "/reset/" + token);
    }

    /** Six digits, in the text and not in the subject: a locked screen shows subjects. */
    void code(String email, Locale locale, CustomerId customer, String code) {
        post("code", Secrets.next(), customer, email, locale, null, Map.of("code", code.substring(0, 3) + " " + code.substring(3)));
    }

    private void post(String kind, String unique, CustomerId customer, String email, Locale locale, String path) {
        post(kind, unique, customer, email, locale, path, Map.of());
    }

    /**
     * The texts stand under account.mail.{kind}.subject, .text, .button and .hint.
     *
     * @param path null for a message without a button
     * @param more "code" for a code to be typed, "other" for a word in the text
     */
    private void post(String kind, String unique, CustomerId customer, String email, Locale locale, String path, Map<String, Object> more) {
        var subject = texts.get(locale, "account.mail." + kind + ".subject", "shop", shop.name());
        var model = new HashMap<>(more);
        model.put("kind", kind);
        model.put("subject", subject);
        if (path != null) {
            model.put("href", address.of(path));
        }
        notifications.post(new OutgoingMail("account." + kind + ":" + Secrets.hash(unique), "account." + kind, null, customer, email, locale, subject,
                templates.render("account/mail.jte", locale, model)));
    }
}
