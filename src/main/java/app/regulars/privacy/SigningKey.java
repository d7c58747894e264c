package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.utc;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs what goes out in links and comes back later; one key for all nodes, kept in the database. */
@Component
class SigningKey {

    private static final String NAME = "links";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Clock clock;
    private volatile SecretKeySpec key;

    SigningKey(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @param length how many bytes of the signature to keep, at most 32 */
    byte[] sign(byte[] message, int length) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return Arrays.copyOf(mac.doFinal(message), length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(own.execute(status -> load()), ALGORITHM);
        }
        return key;
    }

    private byte[] load() {
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        jdbc.update("insert into signing_key (name, secret, created_at) values (?, ?, ?) on duplicate key update name = name", NAME, fresh, utc(clock.instant()));
        return jdbc.queryForObject("select secret from signing_key where name = ?", byte[].class, NAME);
    }
}
