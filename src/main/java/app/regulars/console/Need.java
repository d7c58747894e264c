package app.regulars.console;

/** Something that needs a person today: when, what, why, and one verb. @param tone "", "warn" or "bad" */
public record Need(String icon, String tone, String due, String what, String why, String address, String verb) {
}
