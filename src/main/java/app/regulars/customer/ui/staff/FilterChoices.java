package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerFilter;
import app.regulars.customer.CustomerGroup;
import app.regulars.customer.GroupDesk;
import app.regulars.customer.MyProfile;
import app.regulars.customer.PartyRole;
import app.regulars.customer.ProfileAnswers;
import app.regulars.customer.Stage;
import app.regulars.customer.StageDesk;
import app.regulars.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the list of customers can be narrowed by, and how it reads: the same words stand where a group fills itself by it. */
@Component
class FilterChoices {

    private final CustomerDesk desk;
    private final StageDesk stages;
    private final GroupDesk groups;
    private final Texts texts;

    FilterChoices(CustomerDesk desk, StageDesk stages, GroupDesk groups, Texts texts) {
        this.desk = desk;
        this.stages = stages;
        this.groups = groups;
        this.texts = texts;
    }

    /** Every one, with what is chosen. */
    List<FilterChoice> of(CustomerFilter filter, Locale locale) {
        var chosen = filter.parameters();
        var choices = new ArrayList<FilterChoice>();
        choices.add(coded("kind", List.of("person", "company"), "customer.kind.", chosen, locale));
        choices.add(coded("role", Arrays.stream(PartyRole.values()).map(PartyRole::code).toList(), "customer.role.", chosen, locale));
        var names = new LinkedHashMap<String, String>();
        stages.list().stream().filter(stage -> !stage.retired()).forEach((Stage stage) -> names.put(stage.code(), stage.label().in(locale)));
        choices.add(named("stage", names, chosen, locale));
        choices.add(coded("source", desk.sources(), "customer.source.", chosen, locale));
        choices.add(coded("province", MyProfile.PROVINCES, "customer.province.", chosen, locale));
        var sizes = new ArrayList<>(ProfileAnswers.COMPANY_SIZES);
        sizes.addAll(ProfileAnswers.PERSON_SIZES);
        choices.add(coded("size", sizes, "customer.size.", chosen, locale));
        choices.add(coded("activity", ProfileAnswers.ACTIVITIES, "customer.activity.", chosen, locale));
        choices.add(coded("need", ProfileAnswers.NEEDS, "customer.need.", chosen, locale));
        choices.add(coded("channel", ProfileAnswers.CHANNELS, "customer.channel.", chosen, locale));
        choices.add(coded("language", List.of("en", "fr"), "customer.language.", chosen, locale));
        choices.add(coded("cost", List.of("costly", "usual"), "customer.cost.", chosen, locale));
        var known = new LinkedHashMap<String, String>();
        groups.names().forEach((CustomerGroup group) -> known.put(group.code(), group.name().in(locale)));
        choices.add(named("group", known, chosen, locale));
        for (var field : desk.fields()) {
            var options = new LinkedHashMap<String, String>();
            switch (field.kind()) {
                case CHOICE -> field.choices().forEach(option -> options.put(option.code(), option.label().in(locale)));
                case YES_NO -> List.of("yes", "no").forEach(answer -> options.put(answer, texts.get(locale, "customer.answer." + answer)));
                default -> {
                }
            }
            choices.add(new FilterChoice("f." + field.code(), field.label().in(locale), chosen.getOrDefault("f." + field.code(), ""),
                    options.isEmpty() ? field.kind() : null, options));
        }
        return choices;
    }

    /** What is chosen, in words; a field that is not asked for any more by its code. */
    List<String> shown(CustomerFilter filter, Locale locale) {
        var choices = of(filter, locale);
        var shown = new ArrayList<>(choices.stream().filter(choice -> !choice.value().isBlank()).map(FilterChoice::shown).toList());
        filter.parameters().forEach((name, value) -> {
            if (name.startsWith("f.") && choices.stream().noneMatch(choice -> choice.name().equals(name))) {
                shown.add(texts.get(locale, "customer.group.conditions.gone", "field", name.substring(2)));
            }
        });
        return shown;
    }

    private FilterChoice coded(String name, List<String> codes, String prefix, Map<String, String> chosen, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        codes.forEach(code -> options.put(code, texts.has(prefix + code) ? texts.get(locale, prefix + code) : code));
        return named(name, options, chosen, locale);
    }

    private FilterChoice named(String name, Map<String, String> options, Map<String, String> chosen, Locale locale) {
        return new FilterChoice(name, texts.get(locale, "customer.filter." + name), chosen.getOrDefault(name, ""), null, options);
    }
}
