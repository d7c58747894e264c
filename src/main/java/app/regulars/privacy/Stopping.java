package app.regulars.privacy;

import java.time.Instant;

/**
 * Messages that are about to be stopped by a link.
 *
 * @param title   what the messages are
 * @param stopped since when they are stopped, or null while they come
 * @param others  how many other kinds of message the person still allows
 */
public record Stopping(String title, Instant stopped, long others) {
}
