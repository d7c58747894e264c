package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A line of the ledger as it stands in its row, column by column: what its hash covers. */
record ConsentLine(long sequence, UUID id, String kind, UUID customer, UUID other, String purpose, String channels, String basis, UUID wording,
                   byte[] wordingDigest, Integer statement, String form, String page, String groundKind, UUID groundId, String actorKind, UUID actorId,
                   Instant at, Instant expires, Instant recorded, String once) {

    /** Stands in the column of the customer where a line counts for everybody. */
    static final CustomerId EVERYBODY = new CustomerId(new UUID(0, 0));

    static final String INSERT = """
            insert into consent_ledger (sequence, id, kind, customer_id, other_id, purpose, channels, basis, wording_id, wording_digest,
                statement_version, form, page, ground_kind, ground_id, actor_kind, actor_id, happened_at, expires_at, recorded_at, once_key,
                previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    ConsentLine {
        at = at.truncatedTo(ChronoUnit.MICROS);
        expires = expires == null ? null : expires.truncatedTo(ChronoUnit.MICROS);
        recorded = recorded.truncatedTo(ChronoUnit.MICROS);
    }

    /** A line that has no place in the chain yet. */
    static ConsentLine next(ConsentKind kind, CustomerId customer, String form, ConsentActor actor, Instant at, String once) {
        return new ConsentLine(0, Ids.next(), kind.code(), customer.value(), null, null, null, null, null, null, null, form, ConsentForms.page(form),
                null, null, actor.kind(), actor.id(), at, null, at, once);
    }

    ConsentLine about(Purpose purpose, ConsentBasis basis, Wording words) {
        return new ConsentLine(sequence, id, kind, customer, other, purpose.code(), String.join(",", purpose.channels()), basis == null ? null : basis.code(),
                words == null ? null : words.id(), words == null ? null : ConsentChain.digest(words), statement, form, page, groundKind, groundId, actorKind,
                actorId, at, expires, recorded, once);
    }

    ConsentLine with(CustomerId partner) {
        return new ConsentLine(sequence, id, kind, customer, partner.value(), purpose, channels, basis, wording, wordingDigest, statement, form, page,
                groundKind, groundId, actorKind, actorId, at, expires, recorded, once);
    }

    ConsentLine because(ConsentEntry.Ground ground, Instant until) {
        return new ConsentLine(sequence, id, kind, customer, other, purpose, channels, basis, wording, wordingDigest, statement, form, page,
                ground.kind(), ground.id(), actorKind, actorId, at, until, recorded, once);
    }

    ConsentLine placed(long place, Integer statementThen, Instant written) {
        return new ConsentLine(place, id, kind, customer, other, purpose, channels, basis, wording, wordingDigest, statementThen, form, page,
                groundKind, groundId, actorKind, actorId, at, expires, written, once);
    }

    Object[] row(byte[] previous, byte[] hash) {
        return new Object[] {sequence, bytes(id), kind, bytes(customer), bytes(other), purpose, channels, basis, bytes(wording), wordingDigest, statement, form,
            page, groundKind, bytes(groundId), actorKind, bytes(actorId), utc(at), utc(expires), utc(recorded), once, previous, hash};
    }

    static ConsentLine of(ResultSet row) throws SQLException {
        return new ConsentLine(row.getLong("sequence"), id(row, "id"), row.getString("kind"), id(row, "customer_id"), id(row, "other_id"),
                row.getString("purpose"), row.getString("channels"), row.getString("basis"), id(row, "wording_id"), row.getBytes("wording_digest"),
                row.getObject("statement_version", Integer.class), row.getString("form"), row.getString("page"), row.getString("ground_kind"),
                id(row, "ground_id"), row.getString("actor_kind"), id(row, "actor_id"), Columns.instant(row, "happened_at"),
                Columns.instant(row, "expires_at"), Columns.instant(row, "recorded_at"), row.getString("once_key"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Columns.uuid(row.getBytes(column));
    }
}
