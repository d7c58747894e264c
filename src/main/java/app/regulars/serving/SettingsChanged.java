package app.regulars.serving;

import java.time.Instant;

/** Hours, goals, tiers or teams became others. */
public record SettingsChanged(String kind, int version, Instant at) {
}
