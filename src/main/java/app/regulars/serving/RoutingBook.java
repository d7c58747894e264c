package app.regulars.serving;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ordered rules by which an inquiry finds its team, person and priority: the first that fits decides. Pure, so that it can be asked again. */
public record RoutingBook(List<Rule> rules) {

    static final RoutingBook SHIPPED = new RoutingBook(List.of());

    /**
     * Lists that are empty ask for nothing.
     *
     * @param products handles of products, or slugs of categories
     * @param words    one of them, or the words of one of them in a row, must stand in subject or text
     * @param alike    a team: past inquiries like it went there; null to ask for nothing
     * @param alikeAt  percent of their votes at least
     * @param team     where it goes; null leaves it open
     * @param person   who gets it; null shares it out in the team
     * @param priority null leaves it
     */
    public record Rule(String name, boolean on, List<String> types, List<String> products, List<String> languages, List<String> words, List<String> tiers,
                       List<String> channels, String alike, int alikeAt, String team, UUID person, String priority) {
    }

    /** What the rules look at. @param likeTeam where inquiries like it went, or null @param likeShare percent of their votes @param like their numbers */
    public record Facts(String type, String product, List<String> categories, String language, String text, String tier, String channel, String likeTeam, int likeShare,
                        List<String> like) {
    }

    /** Why a rule fits: a kind of condition and what was found. */
    public record Reason(String condition, String found) {
    }

    /** @param position of the rule from 1, or 0 if none fits */
    public record Route(int position, String rule, List<Reason> reasons, String team, UUID person, String priority) {
    }

    public Route decide(Facts facts) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var reasons = rule.on() ? reasons(rule, facts) : null;
            if (reasons != null) {
                return new Route(i + 1, rule.name(), reasons, rule.team(), rule.person(), rule.priority());
            }
        }
        return new Route(0, null, List.of(), null, null, null);
    }

    /** Null if the rule does not fit. */
    private static List<Reason> reasons(Rule rule, Facts facts) {
        var reasons = new ArrayList<Reason>();
        var products = new ArrayList<>(facts.categories());
        if (facts.product() != null) {
            products.addFirst(facts.product());
        }
        var fits = one("type", rule.types(), List.of(facts.type()), reasons) && one("product", rule.products(), products, reasons)
                && one("language", rule.languages(), List.of(facts.language()), reasons) && one("tier", rule.tiers(), List.of(facts.tier()), reasons)
                && one("channel", rule.channels(), List.of(facts.channel()), reasons)
                && one("words", rule.words(), rule.words().stream().filter(word -> stands(word, facts.text())).toList(), reasons);
        if (!fits) {
            return null;
        }
        if (rule.alike() != null) {
            if (!rule.alike().equals(facts.likeTeam()) || facts.likeShare() < rule.alikeAt()) {
                return null;
            }
            reasons.add(new Reason("alike", String.join(", ", facts.like())));
        }
        return reasons;
    }

    private static boolean one(String condition, List<String> asked, List<String> there, List<Reason> reasons) {
        if (asked.isEmpty()) {
            return true;
        }
        var found = there.stream().filter(value -> value != null && asked.stream().anyMatch(value::equalsIgnoreCase)).findFirst();
        found.ifPresent(value -> reasons.add(new Reason(condition, value)));
        return found.isPresent();
    }

    private static boolean stands(String word, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(plain(word)) + "(?![\\p{L}\\p{N}])").matcher(plain(text)).find();
    }

    /** However a telephone or a letter writes accents, apostrophes and the ends of lines. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\u2018\u2019\u02BC]", "'").replaceAll("[\\s\\h]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
