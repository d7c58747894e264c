package app.regulars.console;

import java.util.List;

/** What happened on one day. */
public record TimelineDay(String name, List<TimelineEntry> entries) {
}
