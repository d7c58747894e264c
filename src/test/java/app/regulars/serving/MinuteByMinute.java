package app.regulars.serving;

import app.regulars.serving.ClockEvent.Absorbed;
import app.regulars.serving.ClockEvent.CustomerWrote;
import app.regulars.serving.ClockEvent.Ended;
import app.regulars.serving.ClockEvent.Facts;
import app.regulars.serving.ClockEvent.FactsChanged;
import app.regulars.serving.ClockEvent.Opened;
import app.regulars.serving.ClockEvent.Reopened;
import app.regulars.serving.ClockEvent.StaffAnswered;
import app.regulars.serving.ClockEvent.Waiting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The service clock as a person with a watch would keep it: she looks at every minute whether the office is open by the wall clock and by
 * the calendar of that minute, and makes a stroke for every promise that runs. Whether somebody waits is read off the history's last word.
 */
final class MinuteByMinute {

    private static final long MINUTE = 60_000;
    private static final int LONGEST = 3 * 366 * 1440;

    private final Map<String, TreeMap<Instant, OpenHours>> calendars;
    private final Goals goals;
    private final List<Sheet> sheets = new ArrayList<>();

    /** The strokes for one promise. */
    private static final class Sheet {
        TargetKind kind;
        long begun;
        Long done;
        long strokes;
        Long goal;
        Long spent;
        Long missed;
    }

    private MinuteByMinute(TeamHours hours, Goals goals) {
        this.calendars = hours.byTeam;
        this.goals = goals;
    }

    static List<Measured> measure(List<ClockEvent> history, TeamHours hours, Goals goals, Instant asOf) {
        return new MinuteByMinute(hours, goals).watch(history, asOf.toEpochMilli());
    }

    private List<Measured> watch(List<ClockEvent> history, long asOf) {
        int seen = 0;
        for (long minute = history.getFirst().at().toEpochMilli(); minute <= asOf; minute += MINUTE) {
            while (seen < history.size() && history.get(seen).at().toEpochMilli() == minute) {
                seen++;
                wordCame(history.subList(0, seen), minute);
            }
            if (minute < asOf) {
                strokes(history.subList(0, seen), minute, sheets);
            }
        }
        var result = new ArrayList<Measured>();
        for (var sheet : sheets) {
            var due = sheet.spent;
            if (due == null && sheet.done == null && sheet.goal != null && isOpen(history) && !isWaiting(history)) {
                due = ahead(history, sheet, asOf);
            }
            result.add(new Measured(sheet.kind, Instant.ofEpochMilli(sheet.begun), moment(sheet.done), sheet.strokes * MINUTE, sheet.goal, moment(due), moment(sheet.missed)));
        }
        return result;
    }

    private Long ahead(List<ClockEvent> history, Sheet sheet, long from) {
        var left = sheet.goal / MINUTE - sheet.strokes;
        for (long i = 0; i < LONGEST; i++) {
            if (works(facts(history).team(), from + i * MINUTE) && --left == 0) {
                return from + (i + 1) * MINUTE;
            }
        }
        return null;
    }

    private void strokes(List<ClockEvent> past, long minute, List<Sheet> on) {
        if (!isOpen || waits || !works(team, minute)) {
            return;
        }
        for (var sheet : on) {
            if (sheet.done == null) {
                if (sheet.goal != null && sheet.strokes * MINUTE >= sheet.goal && sheet.missed == null) {
                    sheet.missed = minute;
                }
                sheet.strokes++;
                if (sheet.goal != null && sheet.strokes * MINUTE == sheet.goal) {
                    sheet.spent = minute + MINUTE;
                }
            }
        }
    }

    /** What the past says at this minute, read again only when something was said. */
    private boolean isOpen;
    private boolean waits;
    private String team;

    private void wordCame(List<ClockEvent> past, long minute) {
        var before = past.subList(0, past.size() - 1);
        var word = past.getLast();
        isOpen = isOpen(past);
        waits = isWaiting(past);
        team = facts(past).team();
        switch (word) {
            case Opened opened -> {
                open(TargetKind.FIRST, minute, 0, past);
                open(TargetKind.RESOLUTION, minute, 0, past);
            }
            case StaffAnswered answered -> finish(minute, TargetKind.FIRST, TargetKind.NEXT);
            case Ended ended -> finish(minute, TargetKind.FIRST, TargetKind.NEXT, TargetKind.RESOLUTION);
            case CustomerWrote wrote -> asked(past, before, minute);
            case Reopened reopened -> asked(past, before, minute);
            case Absorbed absorbed when absorbed.waited() != null && isOpen(before) -> {
                var running = running();
                if (running == null) {
                    open(TargetKind.NEXT, minute, absorbed.waited() / MINUTE, past);
                } else if (absorbed.waited() / MINUTE > running.strokes) {
                    running.strokes = absorbed.waited() / MINUTE;
                    aim(running, past, minute);
                }
            }
            case FactsChanged changed -> sheets.stream().filter(sheet -> sheet.done == null).forEach(sheet -> aim(sheet, past, minute));
            default -> {
                // nothing that a watch would notice
            }
        }
    }

    private void asked(List<ClockEvent> past, List<ClockEvent> before, long minute) {
        if (!isOpen(before)) {
            for (var sheet : sheets) {
                if (sheet.kind == TargetKind.RESOLUTION) {
                    sheet.done = null;
                    aim(sheet, past, minute);
                }
            }
        }
        if (running() == null) {
            open(TargetKind.NEXT, minute, 0, past);
        }
    }

    private Sheet running() {
        return sheets.stream().filter(sheet -> sheet.kind != TargetKind.RESOLUTION && sheet.done == null).findFirst().orElse(null);
    }

    private void open(TargetKind kind, long minute, long strokes, List<ClockEvent> past) {
        var sheet = new Sheet();
        sheet.kind = kind;
        sheet.begun = minute;
        sheet.strokes = strokes;
        sheets.add(sheet);
        aim(sheet, past, minute);
    }

    private void aim(Sheet sheet, List<ClockEvent> past, long minute) {
        sheet.goal = goals.of(sheet.kind, facts(past));
        var over = sheet.goal != null && sheet.strokes * MINUTE >= sheet.goal;
        sheet.spent = over ? sheet.spent == null ? Long.valueOf(minute) : sheet.spent : null;
    }

    private void finish(long minute, TargetKind... kinds) {
        for (var sheet : sheets) {
            if (List.of(kinds).contains(sheet.kind) && sheet.done == null) {
                sheet.done = minute;
            }
        }
    }

    private static boolean isOpen(List<ClockEvent> past) {
        return past.stream().filter(word -> word instanceof Opened || word instanceof Reopened || word instanceof CustomerWrote || word instanceof Ended)
                .reduce((one, other) -> other).map(last -> !(last instanceof Ended)).orElse(false);
    }

    private static boolean isWaiting(List<ClockEvent> past) {
        var waiting = false;
        for (int i = 0; i < past.size(); i++) {
            var before = past.subList(0, i);
            switch (past.get(i)) {
                case StaffAnswered answered -> waiting = true;
                case Waiting asked -> waiting = true;
                case CustomerWrote wrote -> waiting = false;
                case Reopened reopened -> waiting = false;
                case Absorbed absorbed when absorbed.waited() != null && isOpen(before) -> waiting = false;
                default -> {
                    // says nothing about whose turn it is
                }
            }
        }
        return waiting;
    }

    private static Facts facts(List<ClockEvent> past) {
        return past.stream().map(word -> switch (word) {
            case Opened opened -> opened.facts();
            case FactsChanged changed -> changed.facts();
            default -> null;
        }).filter(found -> found != null).reduce((one, other) -> other).orElseThrow();
    }

    private boolean works(String team, long minute) {
        var moment = Instant.ofEpochMilli(minute);
        var through = calendars.getOrDefault(team == null ? "" : team, calendars.get(""));
        var valid = through.floorEntry(moment) == null ? through.firstEntry().getValue() : through.floorEntry(moment).getValue();
        var wall = LocalDateTime.ofEpochSecond(minute / 1000, 0, valid.zone().getRules().getOffset(moment));
        var at = wall.getHour() * 60 + wall.getMinute();
        for (var hours : valid.on(wall.toLocalDate())) {
            if (hours.from() <= at && at < hours.to()) {
                return true;
            }
        }
        return false;
    }

    private static Instant moment(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
