package app.regulars.serving;

import app.regulars.inquiry.Explanation;
import app.regulars.inquiry.InquiryTeams;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The teams as they are set up, for the desk that gives inquiries to them. */
@Component
class TeamNames implements InquiryTeams {

    private final Settings settings;
    private final RouteWords words;

    TeamNames(Settings settings, RouteWords words) {
        this.settings = settings;
        this.words = words;
    }

    @Override
    public Map<String, String> named(Explanation why, Locale locale) {
        return words.named(why.values(), locale);
    }

    @Override
    public Map<String, String> names(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        settings.teams().content().teams().forEach(team -> names.put(team.code(), team.name().in(locale)));
        return names;
    }
}
