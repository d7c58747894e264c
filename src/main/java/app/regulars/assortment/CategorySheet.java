package app.regulars.assortment;

import app.regulars.catalog.CategoryForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.text.Slug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A category as a form of fields, and back. */
public final class CategorySheet {

    private static final int NAME = 120;
    private static final int ABOUT = 1_000;
    private static final int LAST = 9_999;
    private static final int MIDDLE = 100;
    private static final int LONGEST_SLUG = 80;

    private CategorySheet() {
    }

    /** @param form null where something is wrong @param problems by field */
    record Read(CategoryForm form, Map<String, Refused> problems) {
    }

    public static Map<String, String> empty() {
        return new LinkedHashMap<>(Map.of("backdrop", "mist", "position", String.valueOf(MIDDLE)));
    }

    public static Map<String, String> of(CategoryForm form) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("category-en", form.name().en());
        fields.put("category-fr", Objects.toString(form.name().fr(), ""));
        fields.put("about-en", Objects.toString(form.description().en(), ""));
        fields.put("about-fr", Objects.toString(form.description().fr(), ""));
        fields.put("category-under", Objects.toString(form.parent(), ""));
        fields.put("backdrop", form.backdrop());
        fields.put("position", String.valueOf(form.position()));
        return fields;
    }

    /** @param slug null for a new one @param all the categories there are: none may stand in itself, nor in one that stands in it */
    static Read read(Map<String, String> fields, String slug, List<CategoryForm> all) {
        var typed = new Typed(fields);
        var name = new Localized(typed.required("category-en", NAME), typed.required("category-fr", NAME));
        var about = new Localized(typed.text("about-en", ABOUT), typed.text("about-fr", ABOUT).isEmpty() ? null : typed.text("about-fr"));
        var own = slug == null ? Slug.of(name.en(), LONGEST_SLUG) : slug;
        if (slug == null && !name.en().isEmpty() && (own.isEmpty() || "new".equals(own))) {
            typed.refuse("category-en", "assortment.handle", Map.of());
        } else if (slug == null && all.stream().anyMatch(known -> known.slug().equals(own))) {
            typed.refuse("category-en", "assortment.category.there", Map.of());
        }
        var under = typed.text("category-under");
        if (!under.isEmpty() && (all.stream().noneMatch(known -> known.slug().equals(under)) || isWithin(under, own, all))) {
            typed.refuse("category-under", "assortment.category.loop", Map.of());
        }
        var position = typed.whole("position", LAST);
        var backdrop = ProductSheet.BACKDROPS.contains(typed.text("backdrop")) ? typed.text("backdrop") : "mist";
        var form = new CategoryForm(own, under.isEmpty() ? null : under, backdrop, position == null ? MIDDLE : position, name, about);
        return new Read(typed.problems().isEmpty() ? form : null, typed.problems());
    }

    private static boolean isWithin(String inner, String outer, List<CategoryForm> all) {
        var at = inner;
        for (int steps = 0; at != null && steps <= all.size(); steps++) {
            if (at.equals(outer)) {
                return true;
            }
            var here = at;
            at = all.stream().filter(known -> known.slug().equals(here)).findFirst().map(CategoryForm::parent).orElse(null);
        }
        return false;
    }
}
