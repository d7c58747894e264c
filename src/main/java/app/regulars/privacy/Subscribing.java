package app.regulars.privacy;

import app.regulars.customer.Stages;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever subscribes to the letters is a subscriber from then on, wherever she said so and however long she has been known. */
@Component
class Subscribing {

    private final Stages stages;

    Subscribing(Stages stages) {
        this.stages = stages;
    }

    @ApplicationModuleListener
    void on(ConsentGranted granted) {
        if (NewsletterSignUp.PURPOSE.equals(granted.purpose())) {
            stages.reached(granted.customer(), "subscribed", granted.at());
        }
    }
}
