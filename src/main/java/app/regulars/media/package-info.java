/**
 * Pictures and documents that staff bring in: checked by what they are, made anew in the sizes that pages use, and served by the hash of
 * their content. They stand in the database (ADR 18).
 */
@org.springframework.modulith.ApplicationModule(displayName = "Media")
package app.regulars.media;
