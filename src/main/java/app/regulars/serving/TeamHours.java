package app.regulars.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The calendars of all teams through time: a moment is judged by the calendar that was valid at that moment, so a change tomorrow alters
 * nothing of yesterday. Before the first calendar of a team the first holds; a team without one has the hours of the team {@code ""}.
 */
public final class TeamHours {

    private static final long HORIZON = Duration.ofDays(1100).toMillis();

    final Map<String, TreeMap<Instant, OpenHours>> byTeam;

    public TeamHours(Map<String, TreeMap<Instant, OpenHours>> byTeam) {
        this.byTeam = byTeam;
    }

    /** The time in which the team worked between two moments, in milliseconds. */
    long open(String team, long from, long to) {
        var sum = new long[1];
        spans(team, from, to, (opens, closes) -> {
            sum[0] += closes - opens;
            return true;
        });
        return sum[0];
    }

    /** When the team has worked that long from a moment on, in milliseconds; null if not within three years. @param need more than 0 */
    Long after(String team, long from, long need) {
        var left = new long[] {need, 0};
        spans(team, from, from + HORIZON, (opens, closes) -> {
            if (closes - opens >= left[0]) {
                left[1] = opens + left[0];
                left[0] = 0;
                return false;
            }
            left[0] -= closes - opens;
            return true;
        });
        return left[0] == 0 ? left[1] : null;
    }

    private void spans(String team, long from, long to, OpenHours.Spans wanted) {
        var calendars = of(team);
        if (calendars == null) {
            return;
        }
        var at = from;
        while (at < to) {
            var moment = Instant.ofEpochMilli(at);
            var valid = calendars.floorEntry(moment);
            var next = calendars.higherEntry(moment);
            if (valid == null) {
                valid = calendars.firstEntry();
                next = calendars.higherEntry(valid.getKey());
            }
            // a calendar may begin within a millisecond; what is measured goes on by whole ones
            var end = next == null ? to : Math.min(to, Math.max(at + 1, next.getKey().toEpochMilli()));
            if (!valid.getValue().spans(at, end, wanted)) {
                return;
            }
            at = end;
        }
    }

    private NavigableMap<Instant, OpenHours> of(String team) {
        var own = team == null ? null : byTeam.get(team);
        return own != null && !own.isEmpty() ? own : byTeam.get("");
    }
}
