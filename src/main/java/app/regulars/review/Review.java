package app.regulars.review;

import app.regulars.catalog.ProductId;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What one person says of one product. */
@Entity
@Table(name = "review")
class Review {

    static final int LONGEST_REASON = 500;
    static final int LONGEST_APPEAL = 1000;
    static final int LONGEST_REPLY = 2000;

    @Id
    private UUID id;
    private ProductId productId;
    private CustomerId customerId;
    private int stars;
    private String title;
    private String text;
    private String language;
    private boolean verified;
    @Enumerated(EnumType.STRING)
    private ReviewStatus status;
    @Enumerated(EnumType.STRING)
    private WaitCause cause;
    private String reason;
    private String appeal;
    private StaffId decidedBy;
    private Instant decidedAt;
    private Instant writtenAt;
    private Instant editedAt;
    private Instant publishedAt;
    private String reply;
    private StaffId repliedBy;
    private Instant repliedAt;
    private int helpful;
    @Version
    private Integer version;

    protected Review() {
    }

    /** @param cause why it waits, or null where it is published at once */
    Review(ProductId product, CustomerId by, NewReview form, boolean verified, WaitCause cause, Instant at) {
        this.id = ReviewId.next().value();
        this.productId = product;
        this.customerId = by;
        this.writtenAt = at;
        this.verified = verified;
        say(form);
        stand(cause, at);
    }

    /** @return what it said before, to be kept; null where no word and no star changed */
    Edit edit(NewReview form, boolean bought, WaitCause why, Instant at) {
        var before = new Edit(stars, title, text);
        say(form);
        verified = verified || bought;
        stand(status == ReviewStatus.REFUSED ? WaitCause.CHANGED : status == ReviewStatus.WAITING ? cause : why, at);
        if (before.equals(new Edit(stars, title, text))) {
            return null;
        }
        editedAt = at;
        return before;
    }

    /** What it said. */
    record Edit(int stars, String title, String text) {
    }

    private void say(NewReview form) {
        var typed = form.stars() == null ? "" : form.stars();
        if (!typed.matches("[1-5]")) {
            throw new Refused("review.refused.stars", "stars", Map.of());
        }
        stars = Integer.parseInt(typed);
        title = PersonTexts.bounded(PersonTexts.required(form.title(), "review.refused.title", "title"), NewReview.LONGEST_TITLE, "title");
        text = words(form.text(), NewReview.SHORTEST_TEXT, NewReview.LONGEST_TEXT, "review.refused.text", "text");
        language = Languages.code(Languages.of(form.language() == null ? "" : form.language()));
    }

    private void stand(WaitCause why, Instant at) {
        cause = why;
        if (why != null) {
            status = ReviewStatus.WAITING;
        } else if (status != ReviewStatus.PUBLISHED) {
            status = ReviewStatus.PUBLISHED;
            publishedAt = publishedAt == null ? at : publishedAt;
        }
    }

    /** What was refused is looked at again, once. */
    void appeal(String words) {
        if (status != ReviewStatus.REFUSED || appeal != null) {
            throw new Refused("review.refused.appeal");
        }
        appeal = words(words, 1, LONGEST_APPEAL, "review.refused.appeal.words", "appeal");
        status = ReviewStatus.WAITING;
        cause = WaitCause.APPEAL;
    }

    void publish(StaffId by, Instant at) {
        if (status == ReviewStatus.PUBLISHED) {
            throw new Refused("review.refused.decided");
        }
        stand(null, at);
        reason = null;
        decided(by, at);
    }

    /** A published one is taken back. */
    void refuse(StaffId by, String why, Instant at) {
        if (status == ReviewStatus.REFUSED) {
            throw new Refused("review.refused.decided");
        }
        reason = PersonTexts.bounded(PersonTexts.required(why, "review.refused.reason", "reason"), LONGEST_REASON, "reason");
        status = ReviewStatus.REFUSED;
        cause = null;
        decided(by, at);
    }

    private void decided(StaffId by, Instant at) {
        decidedBy = by;
        decidedAt = at;
    }

    /** The shop's answer, beside it for everybody; empty words take it away. */
    void reply(StaffId by, String words, Instant at) {
        var said = PersonTexts.lines(words);
        reply = said.isEmpty() ? null : PersonTexts.bounded(said, LONGEST_REPLY, "reply");
        repliedBy = reply == null ? null : by;
        repliedAt = reply == null ? null : at;
    }

    private static String words(String typed, int least, int most, String key, String field) {
        var said = PersonTexts.lines(typed);
        if (said.length() < least) {
            throw new Refused(key, field, Map.of("least", least));
        }
        return PersonTexts.bounded(said, most, field);
    }

    boolean isPublished() {
        return status == ReviewStatus.PUBLISHED;
    }

    ReviewId id() {
        return new ReviewId(id);
    }

    ProductId product() {
        return productId;
    }

    CustomerId customer() {
        return customerId;
    }

    int stars() {
        return stars;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String language() {
        return language;
    }

    ReviewStatus status() {
        return status;
    }

    WaitCause cause() {
        return cause;
    }

    String reason() {
        return reason;
    }

    String appealed() {
        return appeal;
    }

    String reply() {
        return reply;
    }

    Locale locale() {
        return Languages.of(language);
    }
}
