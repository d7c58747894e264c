package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * An article as staff see it.
 *
 * @param edition     grows by one with every change
 * @param publishedAt null for a draft
 */
public record ArticleFile(ArticleForm form, StaffId author, int edition, Instant changedAt, Instant publishedAt, long helpful, long notHelpful) {
}
