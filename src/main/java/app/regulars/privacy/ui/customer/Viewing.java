package app.regulars.privacy.ui.customer;

import java.time.Instant;

/** Somebody of the staff who looked. @param name the given name; blank for somebody who is gone @param at when last */
public record Viewing(String name, long times, Instant at) {
}
