package app.regulars.platform.security;

import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets work that nobody signed in for (an import, loading the demonstration) pass the staff's doors, on this thread and for its
 * time only. It acts as nobody: doors that write who did something still ask for a member of staff.
 */
@Component
public class SystemWork {

    private final SecurityContextHolderStrategy holder;

    SystemWork(ObjectProvider<SecurityContextHolderStrategy> holder) {
        this.holder = holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    /** @param roles the roles that the work needs, and no more */
    public void run(Runnable work, String... roles) {
        var before = holder.getContext();
        var context = holder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("system", null,
                Arrays.stream(roles).map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList()));
        holder.setContext(context);
        try {
            work.run();
        } finally {
            holder.setContext(before);
        }
    }
}
