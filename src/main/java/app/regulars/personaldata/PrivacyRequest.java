package app.regulars.personaldata;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A request about somebody's data: due within 30 days, owned by somebody, never reopened. */
@Entity
@Table(name = "privacy_request")
class PrivacyRequest {

    static final Duration TERM = Duration.ofDays(30);
    static final int LONGEST = 4_000;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    @Enumerated(EnumType.STRING)
    private RequestKind kind;
    @Enumerated(EnumType.STRING)
    private RequestState state;
    private CustomerId customerId;
    private String name;
    private String email;
    private String locale;
    private String words;
    private String channel;
    private StaffId ownerId;
    private Instant askedAt;
    private Instant dueAt;
    private Instant closedAt;

    protected PrivacyRequest() {
    }

    PrivacyRequest(String number, NewRequest asked, Instant at) {
        if (asked.kind() == null) {
            throw new Refused("personaldata.request.kind.missing", "kind", Map.of());
        }
        var text = asked.words() == null ? "" : asked.words().strip();
        if (text.isEmpty() && (asked.kind() == RequestKind.CORRECTION || asked.kind() == RequestKind.COMPLAINT)) {
            throw new Refused("personaldata.request.words.missing", "words", Map.of());
        }
        if (text.length() > LONGEST) {
            throw new Refused("personaldata.request.words.long", "words", Map.of("most", LONGEST));
        }
        this.id = Ids.next();
        this.number = number;
        this.kind = asked.kind();
        this.state = RequestState.OPEN;
        this.customerId = asked.customer();
        this.name = asked.name();
        this.email = asked.email();
        this.locale = asked.locale().toLanguageTag();
        this.words = text;
        this.channel = asked.channel();
        this.askedAt = at;
        this.dueAt = at.plus(TERM);
    }

    /** @throws Refused when somebody else has it */
    void take(StaffId by) {
        mustBeOpen();
        if (ownerId != null && !ownerId.equals(by)) {
            throw new Refused("personaldata.request.taken");
        }
        ownerId = by;
        if (state == RequestState.OPEN) {
            state = RequestState.TAKEN;
        }
    }

    /** Whoever answers what nobody has, has it. */
    void answeredBy(StaffId by) {
        mustBeOpen();
        if (ownerId == null) {
            take(by);
        }
    }

    void waitForItsTurn() {
        mustBeOpen();
        state = RequestState.WAITING;
    }

    void close(RequestState end, Instant at) {
        mustBeOpen();
        state = end;
        closedAt = at;
    }

    /** @throws Refused when it is over */
    void mustBeOpen() {
        if (state.isOver()) {
            throw new Refused("personaldata.request.over");
        }
    }

    UUID id() {
        return id;
    }

    RequestKind kind() {
        return kind;
    }

    RequestState state() {
        return state;
    }

    CustomerId customer() {
        return customerId;
    }

    String email() {
        return email;
    }

    String locale() {
        return locale;
    }

    String number() {
        return number;
    }

    /** For the history of deeds. */
    Map<String, Object> fields() {
        return Change.fields("kind", kind.code(), "channel", channel, "state", state.code(), "owner", ownerId, "due", dueAt, "closed", closedAt);
    }

    RequestRow row(Instant now) {
        return new RequestRow(id, number, kind, state, customerId, name, email, locale, words, channel, ownerId, askedAt, dueAt, closedAt,
                !state.isOver() && dueAt.isBefore(now));
    }
}
