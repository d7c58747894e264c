package app.regulars.catalog;

import java.time.Instant;
import java.util.List;

/** Products were added or changed. Listened to in memory only: it can name many. */
public record ProductsChanged(List<String> handles, Instant at) {
}
