package app.regulars.catalog;

import java.time.Instant;
import java.util.List;

/** Products were added or changed. Listened to in memory only, on every node: it can name many. */
public record ProductsChanged(List<String> handles, Instant at) {
}
