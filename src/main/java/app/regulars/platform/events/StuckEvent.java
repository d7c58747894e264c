package app.regulars.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of news that a module has not taken in.
 *
 * @param event    the name of the event ("OrderPlaced")
 * @param listener who has to take it in ("OrderMails.on")
 * @param module   the module of the listener
 * @param attempts how often it was tried
 */
public record StuckEvent(UUID id, String event, String listener, String module, Instant at, int attempts, Instant lastAttempt) {
}
