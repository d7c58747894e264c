package app.regulars.faq;

import java.time.Instant;

/**
 * What an article was made from.
 *
 * @param address   where everybody can read it, or null
 * @param desk      where staff can, or null where it is gone
 * @param credit    who is thanked for it, or null
 * @param changedAt when it was changed after the article was made from it, and nobody has looked since; or null
 */
public record SourceLink(String kind, String ref, String address, String desk, String credit, Instant changedAt) {
}
