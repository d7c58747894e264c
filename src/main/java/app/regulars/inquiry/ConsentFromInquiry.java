package app.regulars.inquiry;

import app.regulars.privacy.Consents;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A question implies, for a while, what the shop has set to be implied by one. */
@Component
class ConsentFromInquiry {

    private final Consents consents;

    ConsentFromInquiry(Consents consents) {
        this.consents = consents;
    }

    @ApplicationModuleListener
    void on(InquiryOpened opened) {
        consents.inquired(opened.customer(), opened.inquiry().value(), opened.at());
    }
}
