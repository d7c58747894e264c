package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.web.Origin;
import app.regulars.platform.web.PublicAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in by device: what Spring Security checks, on our live pages. A page gets a question for the browser, keeps it, and hands in
 * the answer once. The device always checks the person, so that a passkey counts as two proofs.
 */
@Service
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final int MOST = 20;
    private static final int LONGEST_ANSWER = 40_000;

    private final StoredPasskeys stored;
    private final AccountRepository accounts;
    private final Entrance entrance;
    private final Limits limits;
    private final StepUp stepUp;
    private final AccountMails mails;
    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Supplier<WebAuthnRelyingPartyOperations> party;

    Passkeys(StoredPasskeys stored, AccountRepository accounts, Entrance entrance, Limits limits, StepUp stepUp, AccountMails mails, JdbcTemplate jdbc,
             PublicAddress address, Shop shop) {
        this.stored = stored;
        this.accounts = accounts;
        this.entrance = entrance;
        this.limits = limits;
        this.stepUp = stepUp;
        this.mails = mails;
        this.jdbc = jdbc;
        // the address is complete only when the server has its port
        this.party = SingletonSupplier.of(() -> party(address.of(""), shop.name()));
    }

    private WebAuthnRelyingPartyOperations party(String address, String name) {
        var entity = PublicKeyCredentialRpEntity.builder().id(URI.create(address).getHost()).name(name).build();
        var operations = new Webauthn4JRelyingPartyOperations(stored, stored, entity, Set.of(address));
        operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED).residentKey(ResidentKeyRequirement.REQUIRED).build()));
        operations.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** A question to make a passkey. @param json for the browser */
    public record NewQuestion(String json, PublicKeyCredentialCreationOptions options) {
    }

    /** A question to show one. @param json for the browser */
    public record Question(String json, PublicKeyCredentialRequestOptions options) {
    }

    @Transactional(readOnly = true)
    public List<Passkey> list(SignedIn me) {
        return jdbc.query("select id, label, created_at, last_used_at, backup_eligible from passkey where account_id = ? order by created_at limit 50",
                (row, n) -> new Passkey(uuid(row.getBytes("id")), row.getString("label"), instant(row, "created_at"), instant(row, "last_used_at"),
                        row.getBoolean("backup_eligible")), bytes(me.accountId()));
    }

    /** @throws Refused when there are too many. The caller has asked for a fresh proof. */
    public NewQuestion newQuestion(SignedIn me) {
        if (list(me).size() >= MOST) {
            throw new Refused("account.passkey.many", Map.of("most", MOST));
        }
        var options = party.get().createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(SecurityContextHolder.getContext().getAuthentication()));
        return new NewQuestion(json.writeValueAsString(options), options);
    }

    /**
     * Keeps what the device made, and tells the person by mail.
     *
     * @throws Refused for an answer that does not fit the question
     */
    @Transactional
    public void add(SignedIn me, NewQuestion question, String answer, String label, Locale locale) {
        try {
            var credential = json.readValue(bounded(answer), new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() { });
            party.get().registerCredential(new ImmutableRelyingPartyRegistrationRequest(question.options(), new RelyingPartyPublicKey(credential, label(label))));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException refusal) {
            log.info("a new passkey was refused: {}", refusal.getClass().getSimpleName());
            throw new Refused("account.passkey.refused");
        }
        mails.passkeyAdded(me.email(), locale, me.customer());
    }

    /** @throws NotFound for one of somebody else */
    @Transactional
    public void rename(SignedIn me, UUID id, String label) {
        if (jdbc.update("update passkey set label = ? where id = ? and account_id = ?", label(label), bytes(id), bytes(me.accountId())) == 0) {
            throw new NotFound();
        }
    }

    /** The caller has asked for a fresh proof. @throws NotFound for one of somebody else */
    @Transactional
    public void remove(SignedIn me, UUID id) {
        if (jdbc.update("delete from passkey where id = ? and account_id = ?", bytes(id), bytes(me.accountId())) == 0) {
            throw new NotFound();
        }
    }

    void removeAll(UUID account) {
        jdbc.update("delete from passkey where account_id = ?", bytes(account));
    }

    /** For anybody: the device knows who its passkeys belong to, and the question names nobody. */
    public Question question() {
        return ask(null);
    }

    /** For somebody who is signed in: one of her own passkeys. */
    public Question questionToMe() {
        return ask(SecurityContextHolder.getContext().getAuthentication());
    }

    private Question ask(org.springframework.security.core.Authentication who) {
        var options = party.get().createCredentialRequestOptions(() -> who);
        return new Question(json.writeValueAsString(options), options);
    }

    /** @return the secret that opens /enter/{secret}. @throws Refused for an answer that does not fit the question */
    public String signIn(Question question, String answer) {
        return entrance.open(check(question, answer), Proof.PASSKEY);
    }

    /** Notes a fresh proof. @throws Refused for an answer that does not fit, or somebody else's passkey */
    public void prove(SignedIn me, Question question, String answer) {
        if (!check(question, answer).id().equals(me.accountId())) {
            throw new Refused("account.passkey.refused");
        }
        stepUp.proved();
    }

    private Account check(Question question, String answer) {
        limits.guess(Limits.SIGN_IN_ORIGIN, "passkey|" + Origin.here(), null);
        try {
            var credential = json.readValue(bounded(answer), new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() { });
            var user = party.get().authenticate(new RelyingPartyAuthenticationRequest(question.options(), credential));
            var account = accounts.findById(StoredPasskeys.account(user.getId())).filter(Account::isOpen).orElseThrow(() -> new IllegalArgumentException("closed"));
            limits.right(Limits.SIGN_IN_ORIGIN, "passkey|" + Origin.here());
            return account;
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException
                 | org.springframework.security.core.AuthenticationException refusal) {
            log.info("a passkey was refused: {}", refusal.getClass().getSimpleName());
            throw new Refused("account.passkey.refused");
        }
    }

    private static String bounded(String answer) {
        if (answer == null || answer.length() > LONGEST_ANSWER) {
            throw new IllegalArgumentException("no answer");
        }
        return answer;
    }

    private static String label(String typed) {
        var label = PersonTexts.clean(typed);
        return label == null || label.isBlank() ? "Passkey" : label.length() > 80 ? label.substring(0, 80) : label;
    }
}
