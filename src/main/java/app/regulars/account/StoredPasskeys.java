package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Spring Security's view of our accounts and passkeys. Somebody is known to devices by the id of the account, which says nothing of
 * the person and stays when the address changes.
 */
@Component
class StoredPasskeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final JdbcTemplate jdbc;
    private final AccountRepository accounts;
    private final Clock clock;

    StoredPasskeys(JdbcTemplate jdbc, AccountRepository accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord record) {
        var known = findByCredentialId(record.getCredentialId());
        if (known == null) {
            insert(record);
            return;
        }
        // a counter that does not go on counts two devices with one secret; those that keep none always say 0
        if (known.getSignatureCount() > 0 && record.getSignatureCount() <= known.getSignatureCount()) {
            throw new BadCredentialsException("the passkey was copied");
        }
        jdbc.update("update passkey set signature_count = ?, backup_state = ?, last_used_at = ? where credential_id = ?", record.getSignatureCount(),
                record.isBackupState(), utc(clock.instant()), record.getCredentialId().getBytes());
    }

    private void insert(CredentialRecord record) {
        var now = utc(clock.instant());
        jdbc.update("""
                insert into passkey (id, account_id, credential_id, label, public_key, signature_count, user_verified, transports, backup_eligible, backup_state,
                    attestation_object, client_data, created_at, last_used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                bytes(Ids.next()), record.getUserEntityUserId().getBytes(), record.getCredentialId().getBytes(), record.getLabel(), record.getPublicKey().getBytes(),
                record.getSignatureCount(), record.isUvInitialized(),
                record.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().collect(Collectors.joining(",")), record.isBackupEligible(),
                record.isBackupState(), record.getAttestationObject().getBytes(), record.getAttestationClientDataJSON().getBytes(), now, now);
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.query("select * from passkey where credential_id = ?", StoredPasskeys::row, id.getBytes()).stream().findFirst().orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes account) {
        return jdbc.query("select * from passkey where account_id = ? order by created_at", StoredPasskeys::row, account.getBytes());
    }

    private static CredentialRecord row(ResultSet row, int number) throws SQLException {
        var transports = row.getString("transports");
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("account_id"))).publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count")).uvInitialized(row.getBoolean("user_verified"))
                .transports(transports.isEmpty() ? java.util.Set.of() : Arrays.stream(transports.split(",")).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible")).backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object"))).attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label")).created(instant(row, "created_at")).lastUsed(instant(row, "last_used_at")).build();
    }

    @Override
    public void delete(Bytes id) {
        // removed by Passkeys, for its owner only; a user entity is an account and not removed here either
        throw new UnsupportedOperationException();
    }

    static Bytes handle(UUID account) {
        return new Bytes(bytes(account));
    }

    static UUID account(Bytes handle) {
        return handle.getBytes().length == 16 ? uuid(handle.getBytes()) : null;
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        var account = account(handle);
        return account == null ? null : accounts.findById(account).map(StoredPasskeys::entity).orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String email) {
        return accounts.findByEmail(email).map(StoredPasskeys::entity).orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder().id(handle(account.id())).name(account.email()).displayName(account.email()).build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("accounts are opened by their owners");
    }
}
