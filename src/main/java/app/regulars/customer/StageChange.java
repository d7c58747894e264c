package app.regulars.customer;

import java.time.Instant;

/** @param from null for the first; @param cause an event of {@link Stages#EVENTS} or "by-hand"; @param name the member of staff, or null */
public record StageChange(Instant at, String from, String to, String cause, ChangeActor.Kind actor, String name, String note) {
}
