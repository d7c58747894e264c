package app.regulars.platform.privacy;

import app.regulars.platform.identity.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Implemented by every module that holds personal data; collected by the module {@code personaldata}, which exports, restores and
 * blanks what the tables say. All methods run in the caller's transaction and may run again after a failure.
 */
public interface PersonalDataSource {

    /** The name of the block of data, a text key; with {@code .source}, {@code .purpose}, {@code .until} and {@code .stays} it explains itself. */
    String block();

    /** Parents before their children; they are restored in this order and forgotten in the other. */
    List<PersonalTable> tables();

    /** What must be done beside the tables when the person is forgotten; runs before they are blanked. */
    default void forget(CustomerId customer) {
    }

    /** What must be done beside the tables when an archive is read into an empty installation; runs after them. */
    default void restored(CustomerId customer) {
    }

    /** Why the person cannot be forgotten yet: numbers that people know, such as of orders that are on their way. */
    default List<String> unfinished(CustomerId customer) {
        return List.of();
    }

    /** Other records of the same person, such as those that were merged into this one. */
    default Set<CustomerId> alsoKnownAs(CustomerId customer) {
        return Set.of();
    }

    /** What is worked out about the person from the tables and kept in none: a record of plain values for her archive. */
    default Optional<Object> derived(CustomerId customer) {
        return Optional.empty();
    }

    /** Low numbers are restored first and forgotten last: the customer's record is 0, the rest stands on it. */
    default int order() {
        return 100;
    }
}
