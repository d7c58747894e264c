package app.regulars.serving;

import app.regulars.inquiry.HistoryStep;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.PublicMessage;
import app.regulars.serving.ClockEvent.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes what the clock reads out of what is written down: the inquiry's history, and the tiers that its customer was in. */
final class Timeline {

    private final List<ClockEvent> events = new ArrayList<>();
    private final Function<HistoryStep, Long> waited;
    private Facts facts;
    private boolean open = true;

    private Timeline(Function<HistoryStep, Long> waited) {
        this.waited = waited;
    }

    private record Told(Instant at, int order, Runnable telling) {
    }

    /**
     * @param messages read only as far as the history is older than the steps that stand for them
     * @param waited   how long the customer of an inquiry that was taken in had waited, in milliseconds of work; null if she did not
     */
    static List<ClockEvent> of(InquiryFacts inquiry, List<HistoryStep> history, List<PublicMessage> messages, List<FactLog.Fact> tiers, Function<HistoryStep, Long> waited) {
        var line = new Timeline(waited);
        var tier = tiers.isEmpty() ? "" : tiers.getFirst().tier();
        var first = history.stream().filter(step -> step.type() != null).findFirst();
        line.facts = new Facts(first.map(step -> "typed".equals(step.action()) ? step.before() : step.type().code()).orElse(inquiry.type().code()),
                first.map(step -> "prioritized".equals(step.action()) ? step.before() : step.priority().code()).orElse("normal"), tier,
                first.filter(step -> "opened".equals(step.action())).map(HistoryStep::team).orElse(null));
        line.events.add(new ClockEvent.Opened(inquiry.openedAt(), line.facts));
        var told = new ArrayList<Told>();
        history.forEach(step -> told.add(new Told(step.at(), 2, () -> line.take(step))));
        tiers.stream().skip(1).forEach(fact -> told.add(new Told(fact.since(), 3, () -> line.set(fact.since(), new Facts(line.facts.type(), line.facts.priority(), fact.tier(),
                line.facts.team())))));
        var stepsBegin = first.map(HistoryStep::at).orElse(Instant.MAX);
        messages.stream().filter(message -> message.at().isBefore(stepsBegin) && message.at().isAfter(inquiry.openedAt()))
                .forEach(message -> told.add(new Told(message.at(), 1, () -> line.said(message.ours(), message.at()))));
        told.sort(Comparator.comparing(Told::at).thenComparingInt(Told::order));
        told.stream().filter(each -> !each.at().isBefore(inquiry.openedAt())).forEach(each -> each.telling().run());
        return line.events;
    }

    private void set(Instant at, Facts now) {
        if (!now.equals(facts)) {
            facts = now;
            events.add(new ClockEvent.FactsChanged(at, now));
        }
    }

    private void said(boolean ours, Instant at) {
        events.add(ours ? new ClockEvent.StaffAnswered(at) : new ClockEvent.CustomerWrote(at));
        open |= !ours;
    }

    private void take(HistoryStep step) {
        var at = step.at();
        var priority = step.priority() != null ? step.priority().code() : "prioritized".equals(step.action()) ? step.after() : facts.priority();
        set(at, new Facts(step.type() == null ? facts.type() : step.type().code(), priority, facts.tier(), step.status() == null ? facts.team() : step.team()));
        switch (step.action()) {
            case "replied" -> said(false, at);
            case "answered" -> said(true, at);
            case "waiting" -> events.add(new ClockEvent.Waiting(at));
            case "resolved", "closed", "merged" -> {
                events.add(new ClockEvent.Ended(at));
                open = false;
            }
            case "reopened" -> reopened(at);
            case "unmerged" -> {
                if ("open".equals(step.after()) || "waiting-for-us".equals(step.after())) {
                    reopened(at);
                }
            }
            case "snoozed" -> events.add(new ClockEvent.Snoozed(at));
            case "absorbed" -> absorbed(at, waited.apply(step));
            default -> {
                // says nothing about time
            }
        }
    }

    private void absorbed(Instant at, Long already) {
        if (already != null && !open) {
            reopened(at);
        }
        events.add(new ClockEvent.Absorbed(at, already));
    }

    private void reopened(Instant at) {
        events.add(new ClockEvent.Reopened(at));
        open = true;
    }
}
