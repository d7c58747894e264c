package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;

/** One line of an order in a list: by what people recognise it. */
public record OrderFace(Localized name, String art, String backdrop, int quantity) {
}
