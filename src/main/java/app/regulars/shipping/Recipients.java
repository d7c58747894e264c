package app.regulars.shipping;

import app.regulars.platform.address.PostalAddress;
import java.util.Optional;
import java.util.UUID;

/** Says where the shipments of a reference go; implemented by whoever owns the references, so that no address is kept twice. */
public interface Recipients {

    /** @param phone null where none is known */
    record To(PostalAddress address, String phone) {

        @Override
        public String toString() {
            return "a recipient";
        }
    }

    /** Empty where the reference is not known here, or nothing is sent anywhere. */
    Optional<To> of(UUID reference);
}
