package app.regulars.notification;

import java.time.Instant;
import java.util.Locale;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.ContactPermission;

/**
 * A message exactly as it would be sent.
 *
 * @param ground on what ground it was sent, or why it was not; null for a message that needs none or waits
 * @param stopAddress where messages like it are stopped with one click, or null
 * @param secret whether the body is withheld because it lets its reader sign in; html and plain are then null
 */
public record MessageFile(MessageRow row, String key, String purpose, CustomerId customer, Locale locale, String html, String plain,
                          Instant doneAt, ContactPermission.Answer ground, String stopAddress, boolean secret) {
}
