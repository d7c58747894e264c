package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;

/** Whom something holds for, as people call it. @param name null for everybody @param typed a customer's number or a group's code */
public record NamedAudience(Audience audience, Localized name, String typed) {
}
