package app.regulars.console;

/** Something that a new shop needs. @param key the texts console.steps.{key} and its "why" @param done seen in the records, not ticked by hand */
public record FirstStep(String key, String link, boolean done) {
}
