package app.regulars.reordering;

import app.regulars.platform.i18n.Localized;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something a person wants to be reminded of.
 *
 * @param list      null for an article
 * @param name      of the list or the article
 * @param everyDays null for: when it is probably needed
 */
public record Reminder(UUID id, UUID list, Localized name, Integer everyDays, LocalDate nextOn) {
}
