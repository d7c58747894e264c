package app.regulars.calling;

import java.time.Instant;

/**
 * What a telephone system tells of a call.
 *
 * @param id        the system's own name of the call
 * @param kind      null where only a recording is told
 * @param at        when it happened
 * @param from      the caller's number, or null
 * @param to        extension, number or staff e-mail, or null where nothing new is known
 * @param seconds   how long was talked, or null
 * @param recording where the recording is to be heard, or null
 * @param consent   whether the caller agreed to being recorded; null where nothing is said of it
 */
public record CallEvent(String id, Kind kind, Instant at, String from, String to, Integer seconds, String recording, Boolean consent) {

    /** What happened. */
    public enum Kind {
        RINGING, ANSWERED, ENDED, RECORDING
    }

    /** Says nothing of who called. */
    @Override
    public String toString() {
        return "call " + kind;
    }
}
