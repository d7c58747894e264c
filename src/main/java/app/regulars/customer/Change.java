package app.regulars.customer;

import java.time.Instant;

/**
 * One field of a record before and after.
 *
 * @param field  a code: customer.field.{field} names it, or it is "custom:" and the code of a custom field
 * @param before null for empty
 * @param after  null for empty
 * @param actor  who did it; by whom for staff is in {@code name}
 * @param name   the person's or member's name, or null
 */
public record Change(Instant at, String field, String before, String after, ChangeActor.Kind actor, String name) {

    @Override
    public String toString() {
        return "a change of " + field;
    }
}
