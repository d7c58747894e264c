package app.regulars.talking;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Live;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the talks that go on with somebody to somebody else, or back to those who wait; of those that are over the inquiry is given. */
@Component
@Transactional
class TalkHandover implements StaffHandover {

    private final TalkStore store;
    private final TalkRoom room;
    private final TalkPresence presence;

    TalkHandover(TalkStore store, TalkRoom room, TalkPresence presence) {
        this.presence = presence;
        this.store = store;
        this.room = room;
    }

    @Override
    public String matters() {
        return "talking.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        return store.with(of, false).size();
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        presence.goes(from);
        var open = store.with(from, true);
        open.forEach(talk -> {
            if (to == null) {
                store.waitsAgain(talk.id(), at);
                Live.changed(TalkRoom.TOPIC);
            } else {
                room.give(talk, to);
            }
        });
        return open.size();
    }
}
