package app.regulars.arranging;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: how she wants lists of products, once she has chosen. */
@Service
@Transactional
public class MyLists {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final LoadingCache<CustomerId, Optional<ListStyle>> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ELSEWHERE).build(this::read);

    MyLists(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param me the person, whomever she orders for; null for a visitor, who is remembered nowhere */
    @Transactional(readOnly = true)
    public Optional<ListStyle> chosen(CustomerId me) {
        return me == null ? Optional.empty() : known.get(me);
    }

    public void choose(CustomerId me, ListStyle style) {
        var now = utc(clock.instant());
        if (jdbc.update("update list_choice set list_style = ?, chosen_at = ? where customer_id = ?", style.code(), now, bytes(me.value())) == 0) {
            jdbc.update("insert into list_choice (id, customer_id, list_style, chosen_at) values (?, ?, ?, ?)", bytes(Ids.next()), bytes(me.value()), style.code(), now);
        }
        AfterCommit.run(() -> known.invalidate(me));
    }

    private Optional<ListStyle> read(CustomerId me) {
        return jdbc.query("select list_style from list_choice where customer_id = ? order by chosen_at desc, id desc limit 1", (row, n) -> row.getString(1),
                bytes(me.value())).stream().findFirst().flatMap(ListStyle::of);
    }
}
