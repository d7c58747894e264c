package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody registered and has shown that the address is her own.
 *
 * @param registration what was filled in
 * @param agreed       the ids of the wordings that were ticked, as the form named them
 */
public record AddressConfirmed(UUID registration, CustomerId customer, List<String> agreed, Instant at) {
}
