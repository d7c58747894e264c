package app.regulars.account;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Secrets;
import app.regulars.staff.StaffSignIn;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of members of staff. */
@Component
@Transactional
class StaffSignIns implements StaffSignIn {

    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final SignIns signIns;
    private final AccountMails mails;
    private final Clock clock;

    StaffSignIns(AccountRepository accounts, OneTimeLinkRepository links, SignIns signIns, AccountMails mails, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.signIns = signIns;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void invite(StaffId member, String email, Locale locale) {
        var now = clock.instant();
        var account = accounts.findByStaffId(member).or(() -> accounts.findByEmail(email)).orElseGet(() -> accounts.saveAndFlush(new Account(email, now)));
        account.belongsTo(member);
        endLinks(account);
        var token = Secrets.next();
        links.save(new OneTimeLink(OneTimeLink.Purpose.INVITE, account.id(), token, now));
        mails.invite(account.email(), locale, token);
    }

    @Override
    public void end(StaffId member, String email) {
        accounts.findByStaffId(member).ifPresent(account -> {
            endLinks(account);
            signIns.endAll(account.id());
        });
    }

    @Override
    public void signOut(StaffId member) {
        accounts.findByStaffId(member).ifPresent(account -> signIns.endSessions(account.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<StaffId, State> states(Collection<StaffId> members) {
        return members.isEmpty() ? Map.of() : accounts.findByStaffIdIn(members).stream()
                .collect(Collectors.toMap(Account::staff, account -> new State(account.lastSignInAt(), account.isOpen())));
    }

    private void endLinks(Account account) {
        links.findByAccountIdAndUsedAtIsNull(account.id()).forEach(link -> link.end(clock.instant()));
    }
}
