package app.regulars.demo;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Lets the loading pass the staff's doors, on this thread and for its time only. Each call still says which member of staff acts. */
@Component
class DemoStaffSession {

    private final SecurityContextHolderStrategy holder;

    DemoStaffSession(ObjectProvider<SecurityContextHolderStrategy> holder) {
        this.holder = holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    void run(Runnable work) {
        var roles = Stream.concat(Stream.of(Roles.STAFF), Permissions.codes().stream())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
        var context = holder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("demonstration", null, roles));
        holder.setContext(context);
        try {
            work.run();
        } finally {
            holder.clearContext();
        }
    }
}
