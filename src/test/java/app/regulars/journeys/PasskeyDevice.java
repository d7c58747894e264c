package app.regulars.journeys;

import app.regulars.testing.Visitor;
import com.google.gson.JsonObject;

/** A device that keeps passkeys and knows its owner, as Chromium pretends one. */
final class PasskeyDevice {

    private PasskeyDevice() {
    }

    static void isHeldBy(Visitor visitor) {
        var device = visitor.context().newCDPSession(visitor.page());
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
