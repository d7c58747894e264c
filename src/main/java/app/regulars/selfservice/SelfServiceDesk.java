package app.regulars.selfservice;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: how far customers come by themselves, and where work is pushed to them that they cannot do. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class SelfServiceDesk {

    private static final int LONGEST = 366;

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    SelfServiceDesk(JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    private record Counted(Walk.Cell cell, long walks) {
    }

    /** Every flow, in the order of {@link Flow}. @param days to today and with it, at most 366 */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public List<FlowReport> report(int days) {
        var span = Math.clamp(days, 1, LONGEST);
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        var first = today.minusDays(span - 1L);
        var counted = read(first.minusDays(span), today);
        var now = counted.stream().filter(each -> !each.cell().begunOn().isBefore(first)).toList();
        var before = counted.stream().filter(each -> each.cell().begunOn().isBefore(first)).toList();
        return Arrays.stream(Flow.values()).map(flow -> report(flow, of(flow, now), of(flow, before))).toList();
    }

    private List<Counted> read(LocalDate from, LocalDate to) {
        var flows = Arrays.stream(Flow.values()).collect(Collectors.toMap(Flow::code, flow -> flow));
        var counted = new ArrayList<Counted>();
        jdbc.query("""
                select begun_on, flow, furthest, steps, finished, asked, walks from self_service_count where begun_on between ? and ? and walks <> 0
                order by flow, steps""", row -> {
                    var flow = flows.get(row.getString("flow"));
                    if (flow != null && row.getInt("furthest") <= flow.last()) {
                        counted.add(new Counted(new Walk.Cell(row.getObject("begun_on", LocalDate.class), flow, row.getInt("furthest"), row.getInt("steps"),
                                row.getBoolean("finished"), row.getBoolean("asked")), row.getLong("walks")));
                    }
                }, from, to);
        return counted;
    }

    private static List<Counted> of(Flow flow, List<Counted> all) {
        return all.stream().filter(each -> each.cell().flow() == flow).toList();
    }

    private static FlowReport report(Flow flow, List<Counted> now, List<Counted> before) {
        var finished = now.stream().filter(each -> each.cell().finished()).toList();
        var stopped = IntStream.rangeClosed(0, flow.last()).mapToObj(step -> sum(now.stream()
                .filter(each -> !each.cell().finished() && each.cell().furthest() == step).toList())).toList();
        return new FlowReport(flow, sum(now), sum(finished), sum(now.stream().filter(each -> each.cell().asked()).toList()), stopped, median(finished),
                sum(before) == 0 ? null : (double) sum(before.stream().filter(each -> each.cell().finished()).toList()) / sum(before));
    }

    private static long sum(List<Counted> counted) {
        return counted.stream().mapToLong(Counted::walks).sum();
    }

    /** Of counts that are sorted by their steps. */
    private static Double median(List<Counted> counted) {
        var all = sum(counted);
        return all <= 0 ? null : (at(counted, (all - 1) / 2) + at(counted, all / 2)) / 2.0;
    }

    private static int at(List<Counted> counted, long place) {
        long passed = 0;
        for (var each : counted) {
            passed += each.walks();
            if (place < passed) {
                return each.cell().steps();
            }
        }
        return counted.getLast().cell().steps();
    }
}
