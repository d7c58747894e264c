package app.regulars.serving.ui.staff;

import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Priority;
import app.regulars.platform.i18n.Texts;
import app.regulars.serving.Holidays;
import app.regulars.serving.ServingDesk;
import app.regulars.staff.StaffDirectory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be chosen in the forms, as people read it. */
@Component
class Choices {

    private final ServingDesk desk;
    private final StaffDirectory staff;
    private final Texts texts;

    Choices(ServingDesk desk, StaffDirectory staff, Texts texts) {
        this.desk = desk;
        this.staff = staff;
        this.texts = texts;
    }

    private Map<String, String> from(String emptyKey, Locale locale) {
        var all = new LinkedHashMap<String, String>();
        all.put("", texts.get(locale, emptyKey));
        return all;
    }

    Map<String, String> types(Locale locale) {
        var all = from("serving.any", locale);
        for (var type : InquiryType.values()) {
            all.put(type.code(), texts.get(locale, "inquiry.type." + type.code()));
        }
        return all;
    }

    Map<String, String> priorities(String emptyKey, Locale locale) {
        var all = from(emptyKey, locale);
        for (var priority : Priority.values()) {
            all.put(priority.code(), texts.get(locale, "inquiry.priority." + priority.code()));
        }
        return all;
    }

    Map<String, String> tiers(Locale locale) {
        var all = from("serving.any", locale);
        desk.tiers().content().tiers().forEach(tier -> all.put(tier.code(), tier.name().in(locale)));
        return all;
    }

    Map<String, String> teams(String emptyKey, Locale locale) {
        var all = from(emptyKey, locale);
        desk.teams().content().teams().forEach(team -> all.put(team.code(), team.name().in(locale)));
        return all;
    }

    Map<String, String> people(String emptyKey, Locale locale) {
        var all = from(emptyKey, locale);
        staff.all().forEach(card -> all.put(card.id().toString(), card.name()));
        return all;
    }

    Map<String, String> yesNo(Locale locale) {
        var all = new LinkedHashMap<String, String>();
        all.put("", texts.get(locale, "serving.no"));
        all.put("yes", texts.get(locale, "serving.yes"));
        return all;
    }

    Map<String, String> targets(Locale locale) {
        var all = from("serving.any", locale);
        for (var target : app.regulars.serving.TargetKind.values()) {
            all.put(target.name(), texts.get(locale, "serving.target." + target.code()));
        }
        return all;
    }

    Map<String, String> provinces(Locale locale) {
        var all = from("serving.province.none", locale);
        all.put("ca", texts.get(locale, "serving.province.ca"));
        Holidays.PROVINCES.forEach(code -> all.put(code, texts.get(locale, "serving.province." + code)));
        return all;
    }
}
