package app.regulars.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures what was promised, as a pure function of an inquiry's history: the same history, hours and goals give the same answer whenever
 * and wherever it is asked, so nothing can drift. Time counts while the inquiry is open, the customer is not the one we wait for, and the
 * team that has it works.
 */
public final class ServiceClock {

    private final TeamHours hours;
    private final Goals goals;
    private final List<Running> all = new ArrayList<>();
    private ClockEvent.Facts facts;
    private boolean open;
    private boolean waiting;
    private long now;

    private ServiceClock(TeamHours hours, Goals goals) {
        this.hours = hours;
        this.goals = goals;
    }

    /** One promise while it is measured; times in milliseconds. */
    private static final class Running {

        private final TargetKind kind;
        private final long started;
        private Long ended;
        private long used;
        private Long goal;
        private Long spentAt;
        private Long missedAt;

        private Running(TargetKind kind, long started) {
            this.kind = kind;
            this.started = started;
        }
    }

    /** @param history in the order in which it happened, the opening first @param asOf not before the last of it */
    public static List<Measured> measure(List<ClockEvent> history, TeamHours hours, Goals goals, Instant asOf) {
        var clock = new ServiceClock(hours, goals);
        for (var event : history) {
            clock.until(event.at().toEpochMilli());
            clock.take(event);
        }
        clock.until(asOf.toEpochMilli());
        return clock.all.stream().map(clock::measured).toList();
    }

    private void until(long to) {
        if (open && !waiting && to > now) {
            var worked = hours.open(facts.team(), now, to);
            all.stream().filter(each -> each.ended == null).forEach(each -> run(each, worked));
        }
        now = Math.max(now, to);
    }

    /** Lets it run from now for that much work. */
    private void run(Running target, long worked) {
        if (worked == 0) {
            return;
        }
        if (target.goal != null) {
            var left = target.goal - target.used;
            if (left > 0 && worked >= left) {
                target.spentAt = hours.after(facts.team(), now, left);
            }
            if (target.missedAt == null && worked > Math.max(0, left)) {
                // the first moment of work that is too much
                target.missedAt = hours.after(facts.team(), now, Math.max(0, left) + 1) - 1;
            }
        }
        target.used += worked;
    }

    private void take(ClockEvent event) {
        switch (event) {
            case ClockEvent.Opened opened -> {
                facts = opened.facts();
                open = true;
                start(TargetKind.FIRST, 0);
                start(TargetKind.RESOLUTION, 0);
            }
            case ClockEvent.FactsChanged changed -> {
                facts = changed.facts();
                all.stream().filter(each -> each.ended == null).forEach(this::aim);
            }
            case ClockEvent.CustomerWrote wrote -> expectsAnswer();
            case ClockEvent.Reopened reopened -> expectsAnswer();
            case ClockEvent.StaffAnswered answered -> {
                endAnswers();
                waiting = true;
            }
            case ClockEvent.Waiting asked -> waiting = true;
            case ClockEvent.Ended ended -> {
                endAnswers();
                end(TargetKind.RESOLUTION);
                open = false;
            }
            case ClockEvent.Absorbed absorbed -> absorb(absorbed.waited());
            case ClockEvent.Snoozed snoozed -> {
                // the customer waits as before
            }
        }
    }

    private void expectsAnswer() {
        if (!open) {
            open = true;
            all.stream().filter(each -> each.kind == TargetKind.RESOLUTION).forEach(each -> {
                each.ended = null;
                aim(each);
            });
        }
        waiting = false;
        if (answer() == null) {
            start(TargetKind.NEXT, 0);
        }
    }

    private void absorb(Long waited) {
        if (waited == null || !open) {
            return;
        }
        var running = answer();
        waiting = false;
        if (running == null) {
            start(TargetKind.NEXT, waited);
        } else if (waited > running.used) {
            running.used = waited;
            aim(running);
        }
    }

    private Running answer() {
        return all.stream().filter(each -> each.kind != TargetKind.RESOLUTION && each.ended == null).findFirst().orElse(null);
    }

    private void start(TargetKind kind, long used) {
        var target = new Running(kind, now);
        target.used = used;
        all.add(target);
        aim(target);
    }

    private void aim(Running target) {
        target.goal = goals.of(target.kind, facts);
        if (target.goal == null || target.used < target.goal) {
            target.spentAt = null;
        } else if (target.spentAt == null) {
            target.spentAt = now;
        }
    }

    private void endAnswers() {
        end(TargetKind.FIRST);
        end(TargetKind.NEXT);
    }

    private void end(TargetKind kind) {
        all.stream().filter(each -> each.kind == kind && each.ended == null).forEach(each -> each.ended = now);
    }

    private Measured measured(Running target) {
        var due = target.spentAt;
        if (due == null && target.ended == null && target.goal != null && open && !waiting) {
            due = hours.after(facts.team(), now, target.goal - target.used);
        }
        return new Measured(target.kind, Instant.ofEpochMilli(target.started), moment(target.ended), target.used, target.goal, moment(due), moment(target.missedAt));
    }

    private static Instant moment(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(Objects.requireNonNull(millis));
    }
}
