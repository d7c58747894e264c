package app.regulars.account;

import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.SecondStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SecondSteps implements SecondStep {

    private final Entrance entrance;
    private final AccountRepository accounts;

    SecondSteps(Entrance entrance, AccountRepository accounts) {
        this.entrance = entrance;
        this.accounts = accounts;
    }

    @Override
    public Optional<SignedIn> waiting() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountUser user && user.isWaiting() ? Optional.of(user.signedIn())
                : Optional.empty();
    }

    @Override
    public String passed(String onward) {
        var account = waiting().flatMap(who -> accounts.findById(who.accountId())).orElseThrow(() -> new AccessDeniedException("nobody waits here"));
        return "/enter/" + entrance.open(account, Proof.SECOND_FACTOR)
                + SignInDestination.page(onward).map(page -> "?continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8)).orElse("");
    }
}
