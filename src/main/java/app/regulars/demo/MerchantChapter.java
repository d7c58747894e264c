package app.regulars.demo;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.shop.Shop;
import app.regulars.privacy.PrivacyStatements;
import app.regulars.staff.StaffSecondSteps;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who Harbourline is: the settings a merchant makes. */
@Component
@Order(1)
class MerchantChapter implements DemoChapter {

    private static final double FOUNDED_DAYS_AGO = 2_000;

    private final Shop shop;
    private final PrivacyStatements statements;
    private final StaffSecondSteps steps;
    private final Clock clock;

    MerchantChapter(Shop shop, PrivacyStatements statements, StaffSecondSteps steps, Clock clock) {
        this.shop = shop;
        this.statements = statements;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(FOUNDED_DAYS_AGO), "merchant", () -> set(story.data().shop()));
    }

    private void set(DemoData.Merchant merchant) {
        // its sign-ins are printed for everybody to try: nobody has the device that a second step would ask for
        steps.require(false);
        shop.set("name", merchant.name());
        shop.set("legal-name", merchant.legalName());
        shop.set("tax-number", "GST/HST 80000 0000 RT0001");
        shop.set("bank-account", "00000-000 0000000");
        shop.set("order-prefix", "HL");
        shop.set("currency", "CAD");
        shop.set("zone", "America/Halifax");
        shop.set("phone", merchant.phone());
        shop.set("email", merchant.email());
        shop.set("logo", "/art/logo-two-colour.svg");
        shop.set("logo-on-dark", "/art/logo-on-dark.svg");
        shop.set("sign", "/art/sign-one-colour.svg");
        shop.set("sign-on-dark", "/art/sign-on-dark.svg");
        var address = merchant.address();
        shop.set("address", "%s, %s, %s %s".formatted(address.line1(), address.city(), address.province(), address.postalCode()));
        shop.set("address-line1", address.line1());
        shop.set("address-city", address.city());
        shop.set("address-province", address.province());
        shop.set("address-postal-code", address.postalCode());
        shop.set("address-country", address.country());
        shop.set("free-shipping-from", merchant.freeShippingFrom().toPlainString());
        shop.set("privacy-officer", merchant.privacyOfficer().name());
        shop.set("privacy-email", merchant.privacyOfficer().email());
        shop.set("privacy-phone", merchant.privacyOfficer().phone());
        shop.set("hero-art", "/art/scene-harbour-dusk.svg");
        shop.set("hero-product", merchant.hero().product());
        set("tagline", merchant.tagline());
        set("hours", merchant.hours());
        set("announcement", merchant.announcement());
        set("hero-title", merchant.hero().title());
        set("hero-lead", merchant.hero().lead());
        set("hero-link", merchant.hero().linkText());
        set("about", merchant.about());
        statements.publish(1, PrivacyChapter.first(merchant.privacyStatement()), clock.instant());
        set("terms", merchant.terms());
    }

    private void set(String key, Localized text) {
        shop.set(key + ".en", text.en());
        shop.set(key + ".fr", text.fr());
    }
}
