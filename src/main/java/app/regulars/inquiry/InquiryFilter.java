package app.regulars.inquiry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Which part of the queue; null or blank narrows nothing.
 *
 * @param text  words of it, a customer's name, or a number
 * @param team  a team's code
 * @param after where the page before ended, or null for the first page
 */
public record InquiryFilter(Queue queue, String text, String team, InquiryType type, Priority priority, InquiryChannel channel, Place after) {

    public InquiryFilter(Queue queue, String text) {
        this(queue, text, null, null, null, null, null);
    }

    /** A place in the queue, for the address of the next page. */
    public record Place(Instant at, UUID id) {

        public static Place of(InquiryRow row, Queue queue) {
            return new Place(queue.order(row), row.id().value());
        }

        /** Null for anything that is no place. */
        public static Place of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length == 2 ? new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
            } catch (RuntimeException broken) {
                return null;
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** The saved views of the queue. */
    public enum Queue {
        MINE, UNASSIGNED, TEAM, NAMED, ALL_OPEN, WAITING, SNOOZED, DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Queue of(String code) {
            return Arrays.stream(values()).filter(queue -> queue.code().equals(code)).findFirst().orElse(MINE);
        }

        Instant order(InquiryRow row) {
            return switch (this) {
                case SNOOZED -> row.snoozedUntil();
                case DONE -> row.closedAt();
                default -> row.queueAt();
            };
        }
    }
}
