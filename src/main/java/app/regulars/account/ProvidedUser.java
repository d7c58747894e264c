package app.regulars.account;

import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom another provider signed in, as one of our own accounts: nothing of what the provider said is kept. */
class ProvidedUser extends AccountUser implements OidcUser {

    private static final long serialVersionUID = 1L;

    ProvidedUser(AccountUser user) {
        super(user);
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return null;
    }

    @Override
    public String getName() {
        return getUsername();
    }
}
