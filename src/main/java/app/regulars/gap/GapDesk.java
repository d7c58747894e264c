package app.regulars.gap;

import app.regulars.faq.ArticleSources;
import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what is missing: writers see what to write, buyers what to buy, and both whether it helped. */
@Service
@RolesAllowed({Permissions.HELP_WRITE, Permissions.CATALOG_CHANGE})
@Transactional
public class GapDesk {

    /** So many of each source, the newest ones, are read. */
    public static final int READ_OF_EACH = GapCollecting.MOST;
    /** Of so many days. */
    public static final long READ_DAYS = GapRefresh.SPAN.toDays();
    static final String SOURCE = "gap";
    private static final Duration RANKED = Duration.ofDays(90);
    private static final Duration COMPARED = Duration.ofDays(28);
    private static final double DAYS = 7;
    private static final int WEEKS = 26;
    private static final Limit MOST = Limit.of(20_000);

    private final GapRepository gaps;
    private final GapItems items;
    private final GapRefresh refresh;
    private final ArticleSources articles;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    GapDesk(GapRepository gaps, GapItems items, GapRefresh refresh, ArticleSources articles, StaffDirectory staff, AuditTrail audit, Shop shop, Clock clock) {
        this.gaps = gaps;
        this.items = items;
        this.refresh = refresh;
        this.articles = articles;
        this.staff = staff;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** Open ones by volume times customer value, closed ones the newest first. @param kind null for both */
    @Transactional(readOnly = true)
    public List<GapRow> list(GapState state, GapKind kind) {
        var now = clock.instant();
        var sums = items.sums(now.minus(RANKED), now.minus(Duration.ofDays(7)));
        var order = state == GapState.OPEN ? Comparator.comparing(GapRow::score).reversed().thenComparing(GapRow::openedAt).thenComparing(GapRow::id)
                : Comparator.comparing(GapRow::closedAt).reversed().thenComparing(GapRow::id);
        return gaps.findByStateOrderByOpenedAtAscIdAsc(state, MOST).stream().filter(gap -> kind == null || gap.kind() == kind).map(gap -> row(gap, sums.get(gap.id())))
                .sorted(order).toList();
    }

    private GapRow row(Gap gap, GapItems.Sum sum) {
        return new GapRow(gap.id(), gap.label(), gap.language(), gap.product(), gap.kind(), gap.state(), gap.owner(), gap.openedAt(), gap.closedAt(), sum == null ? 0 : sum.count(),
                sum == null ? 0 : sum.score(), sum == null ? 0 : sum.lastWeek(), sum == null ? Map.of() : sum.sources(), gap.closedAt() == null ? null : fall(gap));
    }

    private GapRow.Fall fall(Gap gap) {
        var closed = gap.closedAt();
        var from = gap.openedAt().isAfter(closed.minus(COMPARED)) ? gap.openedAt() : closed.minus(COMPARED);
        var moments = items.of(gap.id()).stream().map(GapItem::at).toList();
        var before = moments.stream().filter(at -> !at.isBefore(from) && at.isBefore(closed)).count();
        var since = moments.stream().filter(at -> !at.isBefore(closed)).count();
        var weeks = weeks(closed, clock.instant());
        return new GapRow.Fall(before / Math.max(1, weeks(from, closed)), weeks < 1 ? null : since / weeks);
    }

    private static double weeks(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / (DAYS * 24 * 60);
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public GapFile file(UUID id) {
        var gap = gap(id);
        var now = clock.instant();
        var all = items.of(id);
        return new GapFile(row(gap, items.sums(now.minus(RANKED), now.minus(Duration.ofDays(7))).get(id)), gap.note(), gap.closedBy(), gap.closedArticle(), all,
                weeks(all, gap, now), articles.madeFrom(SOURCE, id.toString()));
    }

    private List<GapFile.Week> weeks(List<GapItem> all, Gap gap, Instant now) {
        var counts = all.stream().collect(Collectors.groupingBy(item -> monday(item.at()), Collectors.counting()));
        var weeks = new ArrayList<GapFile.Week>();
        for (var week = monday(now).minusWeeks(WEEKS - 1L); !week.isAfter(monday(now)); week = week.plusWeeks(1)) {
            weeks.add(new GapFile.Week(week, counts.getOrDefault(week, 0L), gap.closedAt() != null && monday(gap.closedAt()).equals(week)));
        }
        return weeks;
    }

    private LocalDate monday(Instant at) {
        return at.atZone(shop.zone()).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** @param owner who sees to it from now on */
    public void take(StaffId by, UUID id, StaffId owner) {
        staff.stays(owner);
        var gap = gap(id);
        var before = gap.owner();
        gap.take(owner);
        gaps.save(gap);
        audit.changed(by, "gap.taken", "gap", id, Change.of(gap.label()).of("owner", before, owner));
    }

    public void move(StaffId by, UUID id, GapKind to) {
        var gap = gap(id);
        var before = gap.kind();
        gap.move(to);
        gaps.save(gap);
        audit.changed(by, "gap.moved", "gap", id, Change.of(gap.label()).of("kind", before, to));
    }

    /** @param article the slug of an article that was begun from it and answers it, or blank @param note why it is closed; needed where there is no article */
    public void close(StaffId by, UUID id, String article, String note) {
        var gap = gap(id);
        var slug = article == null || article.isBlank() ? null : article;
        if (slug != null && articles.madeFrom(SOURCE, id.toString()).stream().noneMatch(made -> made.shown() && made.slug().equals(slug))) {
            throw new NotFound();
        }
        gap.close(slug, note, by, clock.instant());
        gaps.save(gap);
        audit.changed(by, "gap.closed", "gap", id, Change.of(gap.label()).of("article", null, slug).because(note));
    }

    public void reopen(StaffId by, UUID id) {
        var gap = gap(id);
        gap.reopen();
        gaps.save(gap);
        audit.changed(by, "gap.reopened", "gap", id, Change.of(gap.label()));
    }

    /** Reads everything anew now; a job does it every hour. @return how many gaps there are */
    public int refresh(StaffId by) {
        var found = refresh.run();
        audit.changed(by, "gap.refreshed", "gap", new UUID(0, 0), Change.of(null).to(Change.fields("gaps", found)));
        return found;
    }

    private Gap gap(UUID id) {
        return gaps.findById(id).orElseThrow(NotFound::new);
    }
}
