package app.regulars.faq.ui.staff;

import app.regulars.faq.ArticleFile;
import app.regulars.faq.ArticleForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What stands in the fields of the editor, and what is meant by it. */
@Component
class ArticleFields {

    private final Texts texts;
    private final Shop shop;

    ArticleFields(Texts texts, Shop shop) {
        this.texts = texts;
        this.shop = shop;
    }

    String sentence(Refused refused, Locale locale) {
        return texts.get(locale, refused.key(), refused.arguments());
    }

    String escaped(String typed) {
        return HtmlUtils.htmlEscape(typed, "UTF-8");
    }

    Map<String, String> values(ArticleFile file) {
        var values = values(file.form());
        values.put("owner", file.owner() == null ? "" : file.owner().toString());
        values.put("reviewOn", file.reviewOn() == null ? "" : file.reviewOn().toString());
        return values;
    }

    Map<String, String> values(ArticleForm form) {
        var values = new HashMap<String, String>(Map.of("slug", form.slug(), "category", form.category(), "products", String.join(", ", form.products())));
        put(values, "title", form.title());
        put(values, "summary", form.summary());
        put(values, "body", form.body());
        put(values, "keywords", form.keywords());
        return values;
    }

    private static void put(Map<String, String> values, String field, Localized text) {
        values.put(field + "-en", text.en() == null ? "" : text.en());
        values.put(field + "-fr", text.fr() == null ? "" : text.fr());
    }

    ArticleForm form(String slug, Map<String, String> typed) {
        return new ArticleForm(slug, typed.getOrDefault("category", ""), text(typed, "title"), text(typed, "summary"), text(typed, "body"),
                text(typed, "keywords"), handles(typed.getOrDefault("products", "")));
    }

    private static Localized text(Map<String, String> typed, String field) {
        return new Localized(typed.getOrDefault(field + "-en", ""), typed.getOrDefault(field + "-fr", ""));
    }

    private static List<String> handles(String typed) {
        return Arrays.stream(typed.split("[,\\s]+")).filter(handle -> !handle.isBlank()).distinct().toList();
    }

    /** Null for nobody. */
    StaffId staff(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : new StaffId(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** Null for an empty field. */
    LocalDate day(String typed, String field) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            throw new Refused("faq.refused.day", field, Map.of());
        }
    }

    /** An hour in the shop's own zone. */
    Instant moment(String typed, String field) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed).atZone(shop.zone()).toInstant();
        } catch (DateTimeException notAnHour) {
            throw new Refused("faq.refused.hour", field, Map.of());
        }
    }
}
