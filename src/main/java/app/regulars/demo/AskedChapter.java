package app.regulars.demo;

import app.regulars.faq.SolvedQuestions;
import app.regulars.platform.i18n.Languages;
import app.regulars.search.SiteSearch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What visitors looked for in vain, and what help answered before they asked. */
@Component
@Order(13)
class AskedChapter implements DemoChapter {

    private final SiteSearch search;
    private final SolvedQuestions solved;

    AskedChapter(SiteSearch search, SolvedQuestions solved) {
        this.search = search;
        this.solved = solved;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var asked = DemoFiles.asked();
        for (var each : asked.searches()) {
            each.daysAgo().forEach(days -> timeline.add(story.daysAgo(days), "search:" + each.text() + ":" + days, () -> {
                search.asked(each.text(), locale(each.language()), 0);
            }));
        }
        for (var each : asked.solved()) {
            each.daysAgo().forEach(days -> timeline.add(story.daysAgo(days), "solved:" + each.article() + ":" + days, () -> {
                var visit = UUID.nameUUIDFromBytes((each.article() + days).getBytes(StandardCharsets.UTF_8));
                solved.solved(visit, each.text(), locale(each.language()), "article", each.article());
            }));
        }
    }

    private static Locale locale(String language) {
        return "fr".equals(language) ? Languages.FRENCH : Languages.ENGLISH;
    }
}
