package app.regulars.returning;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what people answered after their deliveries, and to when they are asked. */
@Service
@Transactional
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class FollowUpDesk {

    private static final int MOST = 200;
    private static final int MOST_DAYS = 90;
    private static final int MONTHS = 12;
    private static final UUID RULES = new UUID(0, 3750);

    private final FollowUpBook book;
    private final FollowUps followUps;
    private final Shop shop;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUpDesk(FollowUpBook book, FollowUps followUps, Shop shop, AuditTrail audit, Clock clock) {
        this.book = book;
        this.followUps = followUps;
        this.shop = shop;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param inquiry its number, or null */
    public record Answer(OrderNumber order, CustomerId customer, Instant at, int rating, String words, String inquiry) {
    }

    /** @param ratings how many of each that went out in the time, the first is of 1 @param months the latest first */
    public record Stand(boolean on, int days, List<Long> ratings, List<Month> months) {

        public long sent() {
            return months.stream().mapToLong(Month::sent).sum();
        }

        public long answered() {
            return ratings.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Of the questions that went out in a month. @param happy answers of 4 and 5 @param bad answers that opened an inquiry */
    public record Month(YearMonth month, long sent, long answered, long happy, long bad) {
    }

    /** The latest first. @param rating null for all */
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    @Transactional(readOnly = true)
    public List<Answer> answers(Integer rating) {
        return book.answers(rating, MOST).stream().map(row -> new Answer(row.order(), row.customer(), row.answeredAt(), row.rating(), row.words(), row.inquiry())).toList();
    }

    @RolesAllowed(Permissions.INQUIRIES_SEE)
    @Transactional(readOnly = true)
    public Stand stand() {
        var now = YearMonth.from(clock.instant().atZone(shop.zone()));
        var all = new long[FollowUpAnswers.BEST];
        var months = IntStream.range(0, MONTHS).mapToObj(back -> month(now.minusMonths(back), all)).toList();
        return new Stand(followUps.on(), followUps.days(), Arrays.stream(all).boxed().toList(), months);
    }

    private Month month(YearMonth month, long[] all) {
        var ratings = book.ratings(begin(month), begin(month.plusMonths(1)));
        for (int i = 0; i < all.length; i++) {
            all[i] += ratings.get(i + 1);
        }
        var answered = ratings.stream().skip(1).mapToLong(Long::longValue).sum();
        var bad = ratings.stream().skip(1).limit(FollowUpAnswers.BAD).mapToLong(Long::longValue).sum();
        return new Month(month, answered + ratings.getFirst(), answered, ratings.get(4) + ratings.get(5), bad);
    }

    private Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(shop.zone()).toInstant();
    }

    /** Counts for deliveries from now on. @throws Refused beside "days" */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void change(boolean on, String days, StaffId by) {
        var text = days == null ? "" : days.strip();
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refused("returning.refused.days", "days", Map.of("least", 1, "most", MOST_DAYS));
        }
        var before = Change.fields("on", followUps.on(), "days", followUps.days());
        shop.set(FollowUps.ON, String.valueOf(on));
        shop.set(FollowUps.DAYS, text);
        audit.changed(by, "follow-up.changed", "follow-up", RULES, Change.of("follow-up").from(before).to(Change.fields("on", on, "days", Integer.parseInt(text))));
    }
}
