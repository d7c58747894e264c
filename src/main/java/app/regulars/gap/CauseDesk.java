package app.regulars.gap;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.AskedInquiries;
import app.regulars.inquiry.AskedInquiries.Asked;
import app.regulars.inquiry.AskedInquiries.Fact;
import app.regulars.inquiry.InquiryType;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.search.Wordings;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to why people ask and complain, and who does so again. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
@Transactional(readOnly = true)
public class CauseDesk {

    private static final int LONGEST_SPAN = 366;
    /** So many, the newest, are compared by their words. */
    private static final int COMPARED = 5_000;
    /** So many records of a figure are listed. */
    private static final int LISTED = 500;
    private static final int SHOWN = 10;
    private static final int AGAIN = 2;
    private static final int LABEL = 120;

    private final AskedInquiries inquiries;
    private final CustomerDirectory customers;
    private final Wordings wordings;
    private final Shop shop;
    private final Clock clock;

    CauseDesk(AskedInquiries inquiries, CustomerDirectory customers, Wordings wordings, Shop shop, Clock clock) {
        this.inquiries = inquiries;
        this.customers = customers;
        this.wordings = wordings;
        this.shop = shop;
        this.clock = clock;
    }

    /** @param days to today and with it, at most 366 */
    public CauseReport report(int days) {
        var span = Math.clamp(days, 1, LONGEST_SPAN);
        var until = clock.instant();
        var from = until.atZone(shop.zone()).toLocalDate().minusDays(span - 1L).atStartOfDay(shop.zone()).toInstant();
        var now = inquiries.facts(from, until);
        var before = inquiries.facts(from.atZone(shop.zone()).minusDays(span).toInstant(), from);
        var words = inquiries.newest(from, until, COMPARED);
        var complaints = now.stream().filter(CauseDesk::isComplaint).toList();
        var byMinutes = now.stream().anyMatch(fact -> fact.minutes() > 0);
        Function<Fact, Long> work = byMinutes ? Fact::minutes : Fact::replies;
        var names = names(complaints);
        return new CauseReport(from, until, figure("all", "", now, before.size()),
                figure("complaints", "", complaints, before.stream().filter(CauseDesk::isComplaint).count()),
                ranked("type:", now, before, fact -> fact.type().name(), Function.identity(), 1),
                ranked("product:", now, before, Fact::product, Function.identity(), 1), alike("question:", words),
                alike("cause:", words.stream().filter(asked -> isComplaint(asked.fact())).toList()),
                ranked("customer:", complaints, before.stream().filter(CauseDesk::isComplaint).toList(), fact -> fact.customer().toString(),
                        id -> names.getOrDefault(id, ""), AGAIN), share(complaints, now, work), byMinutes, words.size());
    }

    private static boolean isComplaint(Fact fact) {
        return fact.type() == InquiryType.COMPLAINT;
    }

    private static double share(List<Fact> part, List<Fact> whole, Function<Fact, Long> work) {
        var all = whole.stream().mapToLong(work::apply).sum();
        return all == 0 ? 0 : (double) part.stream().mapToLong(work::apply).sum() / all;
    }

    private static CauseReport.Figure figure(String key, String label, List<Fact> facts, long before) {
        return new CauseReport.Figure(key, label, facts.stream().map(Fact::number).toList(), before);
    }

    private static List<CauseReport.Figure> ranked(String key, List<Fact> now, List<Fact> before, Function<Fact, String> by, Function<String, String> label, int fewest) {
        var earlier = before.stream().map(by).filter(Objects::nonNull).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return now.stream().filter(fact -> by.apply(fact) != null).collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList())).entrySet().stream()
                .filter(group -> group.getValue().size() >= fewest)
                .map(group -> figure(key + group.getKey(), label.apply(group.getKey()), group.getValue(), earlier.getOrDefault(group.getKey(), 0L)))
                .sorted(Comparator.comparing(CauseReport.Figure::count).reversed().thenComparing(CauseReport.Figure::key)).limit(SHOWN).toList();
    }

    /** What was said in similar words, as the gaps bring it together; the number of the first one is the key. */
    private List<CauseReport.Figure> alike(String key, List<Asked> asked) {
        var numbers = Clustering.of(asked.stream().map(each -> new Clustering.Entry(wordings.of(each.text().substring(0, Math.min(300, each.text().length())), "en"), each.fact().product())).toList());
        var groups = new LinkedHashMap<Integer, List<Asked>>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                groups.computeIfAbsent(numbers[i], number -> new ArrayList<>()).add(asked.get(i));
            }
        }
        return groups.values().stream().filter(group -> group.size() >= AGAIN).map(group -> figure(key + group.getFirst().fact().number(), cut(group.getFirst().subject()), group.stream().map(Asked::fact).toList(), -1))
                .sorted(Comparator.comparing(CauseReport.Figure::count).reversed().thenComparing(CauseReport.Figure::key)).limit(SHOWN).toList();
    }

    private static String cut(String text) {
        return text.length() <= LABEL ? text : text.substring(0, LABEL) + "…";
    }

    private Map<String, String> names(List<Fact> facts) {
        return customers.cards(facts.stream().map(Fact::customer).distinct().toList()).values().stream()
                .collect(Collectors.toMap(card -> card.id().toString(), card -> card.displayName(), (one, other) -> one));
    }

    /** The records of a figure of the same report, the newest first; at most 500. */
    public List<CauseReport.Line> records(CauseReport report, String key) {
        var figure = report.figure(key);
        if (figure == null) {
            return List.of();
        }
        var found = inquiries.of(figure.numbers().reversed().stream().limit(LISTED).toList());
        Map<CustomerId, String> names = customers.cards(found.stream().map(asked -> asked.fact().customer()).distinct().toList()).values().stream()
                .collect(Collectors.toMap(card -> card.id(), card -> card.displayName(), (one, other) -> one));
        return found.stream().map(asked -> new CauseReport.Line(asked.fact().number(), asked.fact().type(), asked.fact().product(), names.getOrDefault(asked.fact().customer(), ""), asked.subject(),
                asked.fact().at())).toList();
    }
}
