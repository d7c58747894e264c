package app.regulars.gap;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Something that is missing: an answer or a product. Stays when it is closed, so that what is asked after that shows whether it helped. */
@Entity
@Table(name = "gap")
class Gap {

    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_NOTE = 500;

    @Id
    private UUID id;
    private String label;
    private String language;
    private String product;
    @Enumerated(EnumType.STRING)
    private GapKind kind;
    private boolean moved;
    @Enumerated(EnumType.STRING)
    private GapState state;
    private StaffId owner;
    private String note;
    private Instant openedAt;
    private Instant closedAt;
    private StaffId closedBy;
    private String closedArticle;
    @Version
    private Integer version;

    protected Gap() {
    }

    Gap(String label, String language, String product, GapKind kind, Instant at) {
        this.id = Ids.next();
        this.state = GapState.OPEN;
        this.openedAt = at;
        seen(label, language, product, kind);
    }

    /** What the records say now; where staff have said whose it is, that stays. */
    void seen(String words, String in, String about, GapKind looksLike) {
        if (state == GapState.OPEN) {
            label = words.substring(0, Math.min(LONGEST_LABEL, words.length()));
            language = in;
            product = about;
        }
        if (!moved) {
            kind = looksLike;
        }
    }

    void take(StaffId by) {
        refuseIfClosed();
        owner = by;
    }

    /** Says that it is the other's to close. */
    void move(GapKind to) {
        refuseIfClosed();
        kind = to;
        moved = true;
    }

    /** @param article the slug of the article that answers it, or null where something else does @param words why it is closed */
    void close(String article, String words, StaffId by, Instant at) {
        refuseIfClosed();
        var said = words == null ? "" : words.strip();
        if (said.isEmpty() && article == null) {
            throw new Refused("gap.refused.note", "note", Map.of());
        }
        if (said.length() > LONGEST_NOTE) {
            throw new Refused("gap.refused.long", "note", Map.of("most", LONGEST_NOTE));
        }
        note = said.isEmpty() ? null : said;
        closedArticle = article;
        closedBy = by;
        closedAt = at;
        state = GapState.CLOSED;
        owner = owner == null ? by : owner;
    }

    void reopen() {
        if (state != GapState.CLOSED) {
            throw new Refused("gap.refused.open", "do", Map.of());
        }
        state = GapState.OPEN;
        closedAt = null;
        closedBy = null;
        closedArticle = null;
    }

    private void refuseIfClosed() {
        if (state == GapState.CLOSED) {
            throw new Refused("gap.refused.closed", "do", Map.of());
        }
    }

    UUID id() {
        return id;
    }

    GapState state() {
        return state;
    }

    Instant closedAt() {
        return closedAt;
    }

    String label() {
        return label;
    }

    String language() {
        return language;
    }

    String product() {
        return product;
    }

    GapKind kind() {
        return kind;
    }

    StaffId owner() {
        return owner;
    }

    String note() {
        return note;
    }

    Instant openedAt() {
        return openedAt;
    }

    StaffId closedBy() {
        return closedBy;
    }

    String closedArticle() {
        return closedArticle;
    }
}
