package app.regulars.faq;

import app.regulars.platform.i18n.Localized;

/** A published article in a list. Shown at /help/{slug}. */
public record ArticleCard(String slug, String category, Localized title, Localized summary) {

    public String address() {
        return "/help/" + slug;
    }
}
