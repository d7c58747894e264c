package app.regulars.gap;

import app.regulars.search.Wordings;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads all that was asked in vain anew and brings it together. A cluster is the gap that most of its records belonged to before, so that
 * owner, state and note stay; a gap without records stays once somebody has closed or taken it.
 */
@Component
class GapRefresh {

    static final Duration SPAN = Duration.ofDays(180);
    private static final int FEWEST = 2;
    private static final int FEW_WORDS = 4;
    private static final int WANTED_SHARE = 4;
    private static final Pattern SERVICE = Pattern.compile("(?iU)\\b(safe|ship|deliver|livr|exp[eé]di|return|retour|refund|rembours|clean|nettoy|stor|conserv|freez|congel|caffein|caf[eé]in|allerg"
            + "|pric|prix|hour|heure|account|compte|password|invoice|facture|expir|fit|how|comment)");
    private static final Limit MOST = Limit.of(20_000);
    private static final Pattern WANTED = Pattern.compile("(?iU)\\b(do|will|would|could) you (have|sell|carry|stock|get|offer)\\b|\\bare you (getting|stocking|selling|carrying)\\b|\\blooking for\\b"
            + "|\\bcan i (buy|get|order) .*\\b(from you|here)\\b|\\b(avez|vendez|vendrez|tenez|offrez)-vous\\b|\\bvous (avez|vendez|tenez|offrez)\\b|\\bje cherche\\b");

    private final GapCollecting collecting;
    private final GapItems items;
    private final GapRepository gaps;
    private final Wordings wordings;
    private final Clock clock;

    GapRefresh(GapCollecting collecting, GapItems items, GapRepository gaps, Wordings wordings, Clock clock) {
        this.collecting = collecting;
        this.items = items;
        this.gaps = gaps;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** @return how many gaps have records */
    @Transactional
    int run() {
        var now = clock.instant();
        var all = collecting.since(now.minus(SPAN));
        var before = items.gaps();
        var known = new HashMap<UUID, Gap>();
        gaps.findByStateOrderByOpenedAtAscIdAsc(GapState.OPEN, MOST).forEach(gap -> known.put(gap.id(), gap));
        gaps.findByStateOrderByOpenedAtAscIdAsc(GapState.CLOSED, MOST).forEach(gap -> known.put(gap.id(), gap));
        var kept = new LinkedHashMap<GapItem, UUID>();
        var taken = new HashMap<UUID, Gap>();
        for (var cluster : clusters(all)) {
            var gap = former(cluster, before, known, taken);
            var best = label(cluster);
            if (gap == null) {
                gap = new Gap(best.words(), best.language(), product(cluster), kind(cluster), cluster.getFirst().at());
            } else {
                gap.seen(best.words(), best.language(), product(cluster), kind(cluster));
            }
            gap = gaps.save(gap);
            taken.put(gap.id(), gap);
            var id = gap.id();
            cluster.forEach(item -> kept.put(item, id));
        }
        gaps.flush();
        items.replace(kept);
        known.values().stream().filter(gap -> !taken.containsKey(gap.id()) && gap.state() == GapState.OPEN && gap.owner() == null).forEach(gaps::delete);
        return taken.size();
    }

    /** The largest first, so that it finds its gap before a splinter of it does. */
    private List<List<GapItem>> clusters(List<GapItem> all) {
        var numbers = Clustering.of(all.stream().map(item -> new Clustering.Entry(wordings.of(item.words(), item.language()), item.product())).toList());
        var clusters = new TreeMap<Integer, List<GapItem>>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                clusters.computeIfAbsent(numbers[i], number -> new ArrayList<>()).add(all.get(i));
            }
        }
        return clusters.values().stream().filter(cluster -> cluster.size() >= FEWEST).sorted(Comparator.comparing((List<GapItem> cluster) -> -cluster.size())).toList();
    }

    private static Gap former(List<GapItem> cluster, Map<String, UUID> before, Map<UUID, Gap> known, Map<UUID, Gap> taken) {
        return cluster.stream().map(item -> before.get(item.key())).filter(id -> id != null && known.containsKey(id) && !taken.containsKey(id))
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting())).entrySet().stream()
                .max(Comparator.comparing((Map.Entry<UUID, Long> each) -> each.getValue()).thenComparing(each -> known.get(each.getKey()).openedAt(), Comparator.reverseOrder()))
                .map(each -> known.get(each.getKey())).orElse(null);
    }

    /** What says it best: what was asked most often in these words; a public post before a search before what somebody wrote to us. */
    private static GapItem label(List<GapItem> cluster) {
        var times = cluster.stream().collect(Collectors.groupingBy(item -> item.words().toLowerCase(java.util.Locale.ROOT), Collectors.counting()));
        var order = List.of(GapSource.POST, GapSource.SEARCH, GapSource.VOTE, GapSource.INQUIRY);
        return cluster.stream().min(Comparator.comparing((GapItem item) -> order.indexOf(item.source())).thenComparing(item -> -times.get(item.words().toLowerCase(java.util.Locale.ROOT)))
                .thenComparing(GapItem::at).thenComparing(GapItem::key)).orElseThrow();
    }

    private static String product(List<GapItem> cluster) {
        return cluster.stream().map(GapItem::product).filter(product -> product != null).findFirst().orElse(null);
    }

    /** For the buyer where somebody asks whether we have it, or where it is only ever looked for by a name. */
    private static GapKind kind(List<GapItem> cluster) {
        var wanted = cluster.stream().filter(item -> WANTED.matcher(item.words()).find()).count();
        var named = cluster.stream().filter(item -> !WANTED.matcher(item.words()).find()).allMatch(GapRefresh::isName);
        return named || wanted > 0 && wanted * WANTED_SHARE >= cluster.size() ? GapKind.PRODUCT : GapKind.ANSWER;
    }

    /** Few words that were looked for, none of which is about how we work or how something is used. */
    private static boolean isName(GapItem item) {
        return item.source() == GapSource.SEARCH && item.words().split(" ").length < FEW_WORDS && !item.words().contains("?") && !SERVICE.matcher(item.words()).find();
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> gapsJob(GapRefresh refresh) {
            return Tasks.recurring("gap-refresh", Schedules.fixedDelay(Duration.ofHours(1))).execute((instance, context) -> refresh.run());
        }
    }
}
