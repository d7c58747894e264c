package app.regulars.customer;

import java.time.Instant;

/** Somebody came into a group or left one, or a group was retired: what is kept in memory of groups is of yesterday. */
public record CustomerGroupsChanged(Instant at) {
}
