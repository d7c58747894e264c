package app.regulars.customer;

import app.regulars.platform.i18n.Localized;

/**
 * A stage of a customer's life.
 *
 * @param enteredOn the event that brings somebody here by itself ({@link Stages#EVENTS}), or null
 * @param retired   nobody is put there any more; who is there stays
 */
public record Stage(String code, Localized label, int position, String enteredOn, boolean retired) {
}
