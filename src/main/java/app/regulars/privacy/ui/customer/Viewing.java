package app.regulars.privacy.ui.customer;

import java.time.Instant;

/** A look of a member of staff. @param name the given name; blank for somebody who is gone */
public record Viewing(String name, Instant at) {
}
