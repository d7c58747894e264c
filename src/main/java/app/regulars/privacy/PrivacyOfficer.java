package app.regulars.privacy;

import app.regulars.platform.shop.Shop;

/** The person who answers for privacy, as the merchant named her. Empty texts where nothing was set. */
public record PrivacyOfficer(String name, String email, String phone) {

    public static PrivacyOfficer of(Shop shop) {
        return new PrivacyOfficer(shop.get("privacy-officer", ""), shop.get("privacy-email", shop.email()), shop.get("privacy-phone", ""));
    }

    public String givenName() {
        return name.split(" ")[0];
    }
}
