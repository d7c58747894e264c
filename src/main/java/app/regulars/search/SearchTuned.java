package app.regulars.search;

/** Staff told the search something: pages that were kept do not show it yet. Listened to in memory only. */
public record SearchTuned() {
}
