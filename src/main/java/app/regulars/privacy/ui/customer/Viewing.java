package app.regulars.privacy.ui.customer;

import java.time.Instant;
import java.util.List;

/** Somebody of the staff who looked. @param name the given name; blank for somebody who is gone @param at when last @param what the latest first, in words */
public record Viewing(String name, long times, Instant at, List<String> what) {
}
