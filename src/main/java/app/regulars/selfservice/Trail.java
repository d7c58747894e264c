package app.regulars.selfservice;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The walks of one browser while its session lasts; nowhere else is known which belong together. Says what is to be counted differently.
 */
final class Trail implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Who comes back later begins anew. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private final Map<Flow, Walk> walks = new EnumMap<>(Flow.class);
    private String page = "";

    /** One walk less of this kind and one more of that. @param before null for a new one */
    record Move(Walk.Cell before, Walk.Cell after) {
    }

    /** A page is shown. @param address with its query, so that a page that is only loaded again is no step */
    synchronized List<Move> shown(String path, String address, Instant at, LocalDate today) {
        if (address.equals(page)) {
            return List.of();
        }
        page = address;
        return go(flow -> flow.stepAt(path), at, today);
    }

    synchronized List<Move> done(String deed, Instant at, LocalDate today) {
        page = "";
        return go(flow -> flow.stepBy(deed), at, today);
    }

    /** A person is asked from a page of this flow. */
    synchronized List<Move> asked(Flow flow, Instant at, LocalDate today) {
        var walk = walks.get(flow);
        if (walk == null || walk.last().plus(PAUSE).isBefore(at)) {
            // somebody asks who has not begun here: she counts as one who came no further than the first step
            var asked = new Walk(new Walk.Cell(today, flow, 0, 1, false, true), at);
            walks.put(flow, asked);
            return List.of(new Move(null, asked.cell()));
        }
        if (walk.cell().asked()) {
            return List.of();
        }
        walks.put(flow, walk.askedFor());
        return List.of(new Move(walk.cell(), walk.askedFor().cell()));
    }

    /** Whether this browser is on that walk. */
    synchronized boolean isOn(Flow flow, Instant at) {
        var walk = walks.get(flow);
        return walk != null && !walk.cell().finished() && !walk.last().plus(PAUSE).isBefore(at);
    }

    private List<Move> go(ToIntFunction<Flow> reached, Instant at, LocalDate today) {
        var moves = new ArrayList<Move>();
        for (var flow : Flow.values()) {
            int step = reached.applyAsInt(flow);
            if (step < 0) {
                continue;
            }
            if (isOn(flow, at)) {
                var before = walks.get(flow);
                walks.put(flow, before.at(step, at));
                moves.add(new Move(before.cell(), walks.get(flow).cell()));
            } else if (flow.steps().get(step).isFirst()) {
                walks.put(flow, Walk.begun(today, flow, step, at));
                moves.add(new Move(null, walks.get(flow).cell()));
            }
        }
        return moves;
    }
}
