package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.StepUp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody who is signed in shows again that it is still her: by password, or by a code that is mailed. Notes it for {@link StepUp}. */
@Service
public class Proofs {

    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final Limits limits;
    private final AccountMails mails;
    private final PasswordEncoder encoder;
    private final StepUp stepUp;
    private final Clock clock;

    Proofs(AccountRepository accounts, OneTimeLinkRepository links, Limits limits, AccountMails mails, PasswordEncoder encoder, StepUp stepUp, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.limits = limits;
        this.mails = mails;
        this.encoder = encoder;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** Which ways are open to somebody. @param mail not for those who work here: their mailbox stands open beside the page */
    public record Ways(boolean password, boolean mail) {
    }

    @Transactional(readOnly = true)
    public Ways ways(SignedIn me) {
        var account = accounts.findById(me.accountId()).orElseThrow();
        return new Ways(account.passwordHash() != null, account.staff() == null);
    }

    /** @throws Refused beside the field "password" when it is not the one, or too many were tried */
    public void byPassword(SignedIn me, String typed) {
        limits.guess(Limits.PROOF, me.accountId().toString(), "password");
        var account = accounts.findById(me.accountId()).orElseThrow();
        if (typed == null || typed.length() > PasswordRules.LONGEST * 4 || account.passwordHash() == null || !encoder.matches(typed, account.passwordHash())) {
            throw new Refused("account.prove.wrong", "password", Map.of());
        }
        proved(me.accountId());
    }

    /** Mails six digits that hold for ten minutes. */
    @Transactional
    public void mailCode(SignedIn me, Locale locale) {
        if (!ways(me).mail() || !limits.mayMail("code", me.email())) {
            throw new Refused("account.prove.code.enough", "code", Map.of());
        }
        var now = clock.instant();
        open(me.accountId()).forEach(link -> link.end(now));
        var code = OneTimeCode.next();
        links.save(OneTimeLink.code(me.accountId(), code, now));
        mails.code(me.email(), locale, me.customer(), code);
    }

    /** @throws Refused beside the field "code" when it is not the one, or too many were tried */
    @Transactional
    public void byCode(SignedIn me, String typed) {
        limits.guess(Limits.PROOF, me.accountId().toString(), "code");
        var now = clock.instant();
        var digits = typed == null ? "" : typed.replaceAll("\\D", "");
        var link = open(me.accountId()).stream().filter(known -> known.isCode(digits)).findFirst()
                .orElseThrow(() -> new Refused("account.prove.code.wrong", "code", Map.of()));
        if (!link.use(now)) {
            throw new Refused("account.prove.code.wrong", "code", Map.of());
        }
        proved(me.accountId());
    }

    private java.util.List<OneTimeLink> open(UUID account) {
        return links.findByAccountIdAndUsedAtIsNull(account).stream().filter(link -> link.isFor(OneTimeLink.Purpose.CODE)).toList();
    }

    private void proved(UUID account) {
        limits.right(Limits.PROOF, account.toString());
        stepUp.proved();
    }
}
