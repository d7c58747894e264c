package app.regulars.forum;

import app.regulars.platform.i18n.Localized;

/** A category with what stands in it. Shown at /forum/c/{slug}. */
public record CategoryCard(String slug, Localized name, Localized description, long topics, long solved) {

    public String address() {
        return "/forum/c/" + slug;
    }
}
