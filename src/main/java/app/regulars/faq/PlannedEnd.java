package app.regulars.faq;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An article is taken from its readers by itself. @param leadsTo the slug of the article that they are led to then, or null */
@Embeddable
public record PlannedEnd(@Column(name = "retire_at") Instant at, @Column(name = "retire_to") String leadsTo) {
}
