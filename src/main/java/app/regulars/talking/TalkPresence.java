package app.regulars.talking;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who of us is here for live talks: as each says herself, until the end of the day at most, so that nobody who forgot to say goodbye is waited for tomorrow. */
@Component
class TalkPresence {

    private final JdbcTemplate jdbc;
    private final Shop shop;

    TalkPresence(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    boolean isHere(StaffId who, Instant now) {
        return jdbc.queryForObject("select count(*) from talk_presence where staff_id = ? and here_since <= ? and here_until > ?", Integer.class, bytes(who.value()), utc(now), utc(now)) > 0;
    }

    boolean isAnybodyHere(Instant now) {
        return !jdbc.queryForList("select 1 from talk_presence where here_since <= ? and here_until > ? limit 1", Integer.class, utc(now), utc(now)).isEmpty();
    }

    Set<StaffId> here(Instant now) {
        return new HashSet<>(jdbc.query("select staff_id from talk_presence where here_since <= ? and here_until > ?", (row, n) -> new StaffId(uuid(row.getBytes(1))), utc(now), utc(now)));
    }

    void comes(StaffId who, Instant now) {
        var until = now.atZone(shop.zone()).toLocalDate().plusDays(1).atStartOfDay(shop.zone()).toInstant();
        jdbc.update("insert into talk_presence (staff_id, here_since, here_until) values (?, ?, ?) on duplicate key update here_since = values(here_since), here_until = values(here_until)",
                bytes(who.value()), utc(now), utc(until));
        Live.changed(TalkRoom.TOPIC);
    }

    void goes(StaffId who) {
        jdbc.update("delete from talk_presence where staff_id = ?", bytes(who.value()));
        Live.changed(TalkRoom.TOPIC);
    }
}
