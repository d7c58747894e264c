package app.regulars.serving;

import java.util.Comparator;
import java.util.List;

/** What is promised to whom, in minutes of work. Of the rows that fit, the one that says most counts; the tier says more than the priority, that more than the type. */
public record GoalBook(List<Row> rows) implements Goals {

    private static final long MINUTE = 60_000;

    static final GoalBook SHIPPED = new GoalBook(List.of(new Row(null, null, null, 480, 480, 2400), new Row(null, "high", null, 120, 240, 960),
            new Row("complaint", null, null, 240, 240, 1440), new Row(null, null, "gold", 120, 120, 960), new Row(null, null, "business", 240, 240, 1440),
            new Row(null, "high", "gold", 60, 60, 480)));

    /** Null for any type, priority or tier; null for nothing promised. */
    public record Row(String type, String priority, String tier, Integer first, Integer next, Integer resolution) {

        private boolean fits(ClockEvent.Facts facts) {
            return (type == null || type.equals(facts.type())) && (priority == null || priority.equals(facts.priority())) && (tier == null || tier.equals(facts.tier()));
        }

        private int weight() {
            return (type == null ? 0 : 1) + (priority == null ? 0 : 2) + (tier == null ? 0 : 4);
        }

        /** The minutes of a target. */
        public Integer minutes(TargetKind kind) {
            return switch (kind) {
                case FIRST -> first;
                case NEXT -> next;
                case RESOLUTION -> resolution;
            };
        }
    }

    @Override
    public Long of(TargetKind kind, ClockEvent.Facts facts) {
        return rows.stream().filter(row -> row.fits(facts)).max(Comparator.comparingInt(Row::weight)).map(row -> row.minutes(kind)).map(minutes -> minutes * MINUTE).orElse(null);
    }
}
