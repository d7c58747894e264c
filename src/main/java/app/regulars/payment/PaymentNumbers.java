package app.regulars.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Other numbers by which people name what they pay, such as those of invoices; whoever gives them out tells. */
public interface PaymentNumbers {

    /** By reference; those without any may be left out. */
    Map<UUID, List<String>> of(Collection<UUID> references);

    /** The reference that has this number; empty where there is none. */
    Optional<UUID> named(String number);
}
