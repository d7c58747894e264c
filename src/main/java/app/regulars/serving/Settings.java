package app.regulars.serving;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The books as they are now, and the hours of all teams through time. */
@Component
class Settings {

    static final String TEAMS = "teams";
    static final String TIERS = "tiers";
    static final String GOALS = "goals";
    static final String ESCALATION = "escalation";
    static final String ROUTING = "routing";
    static final String COSTS = "costs";
    private static final String HOURS = "hours:";

    private final Books books;
    private final CustomerGroups groups;
    private final Shop shop;

    Settings(Books books, CustomerGroups groups, Shop shop) {
        this.books = books;
        this.groups = groups;
        this.shop = shop;
    }

    /** A customer's tier, and why: the code of the group, or "" where it is everybody's. */
    record InTier(TierBook.Tier tier, String source) {
    }

    Books.Page<TeamBook> teams() {
        return books.now(TEAMS, TeamBook.class, new TeamBook(List.of()));
    }

    Books.Page<TierBook> tiers() {
        return books.now(TIERS, TierBook.class, TierBook.SHIPPED);
    }

    Books.Page<GoalBook> goals() {
        return books.now(GOALS, GoalBook.class, GoalBook.SHIPPED);
    }

    Books.Page<EscalationBook> escalation() {
        return books.now(ESCALATION, EscalationBook.class, EscalationBook.SHIPPED);
    }

    Books.Page<CostBook> costs() {
        return books.now(COSTS, CostBook.class, CostBook.SHIPPED);
    }

    Books.Page<RoutingBook> routing() {
        return books.now(ROUTING, RoutingBook.class, RoutingBook.SHIPPED);
    }

    /** The rules that were valid when an inquiry was opened, however late it is looked at. */
    Books.Page<RoutingBook> routingAt(Instant opened) {
        return books.validAt(ROUTING, opened, RoutingBook.class, RoutingBook.SHIPPED);
    }

    /** @param team empty for the hours of whoever has none of its own */
    Books.Page<HoursPage> hours(String team) {
        return books.now(HOURS + team, HoursPage.class, HoursPage.shipped(shop.zone()));
    }

    static String hoursKind(String team) {
        return HOURS + team;
    }

    TeamHours hours() {
        var all = new HashMap<String, TreeMap<Instant, OpenHours>>();
        all.put("", new TreeMap<>(Map.of(Instant.EPOCH, HoursPage.shipped(shop.zone()).read())));
        books.all(HOURS, HoursPage.class).forEach(page -> all.get("").put(page.madeAt(), page.content().read()));
        for (var team : teams().content().teams()) {
            var own = new TreeMap<Instant, OpenHours>();
            books.all(HOURS + team.code(), HoursPage.class).forEach(page -> own.put(page.madeAt(), page.content().read()));
            if (!own.isEmpty()) {
                all.put(team.code(), own);
            }
        }
        return new TeamHours(all);
    }

    /** How a tier is called now; the code of one that is gone. */
    String tierName(String code, Locale locale) {
        return tiers().content().tiers().stream().filter(tier -> tier.code().equals(code)).findFirst().map(tier -> tier.name().in(locale)).orElse(code);
    }

    InTier tierOf(CustomerId customer) {
        var mine = groups.of(customer);
        var tiers = tiers().content().tiers();
        for (var tier : tiers) {
            if (tier.group() == null) {
                return new InTier(tier, "");
            }
            if (groups.find(tier.group()).filter(group -> mine.contains(group.id())).isPresent()) {
                return new InTier(tier, tier.group());
            }
        }
        return new InTier(tiers.getLast(), "");
    }
}
