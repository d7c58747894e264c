package app.regulars.customer;

import app.regulars.platform.address.PostalAddress;
import java.util.UUID;

/** An address of the customer's own list. */
public record KnownAddress(UUID id, PostalAddress address, boolean isDefault) {
}
