package app.regulars.notification;

import java.time.Instant;
import java.util.Locale;

import app.regulars.platform.identity.CustomerId;

/**
 * A message exactly as it would be sent.
 *
 * @param secret whether the body is withheld because it lets its reader sign in; html and plain are then null
 */
public record MessageFile(MessageRow row, String key, String purpose, CustomerId customer, Locale locale, String html, String plain,
                          Instant doneAt, boolean secret) {
}
