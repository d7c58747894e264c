package app.regulars.privacy;

import app.regulars.account.AddressConfirmed;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What was ticked at registration counts from the moment the address is shown to be the person's own. */
@Component
class ConsentsAtConfirmation {

    private final ConsentLedger ledger;

    ConsentsAtConfirmation(ConsentLedger ledger) {
        this.ledger = ledger;
    }

    @ApplicationModuleListener
    void on(AddressConfirmed event) {
        for (var wording : event.agreed()) {
            ledger.grant(event.customer(), UUID.fromString(wording), "registration", ConsentActor.person(event.customer()), event.at(),
                    "registration:" + event.registration() + ":" + wording);
        }
    }
}
