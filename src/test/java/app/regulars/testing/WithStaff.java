package app.regulars.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs as a member of staff who holds these permissions; all of them where none is named. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@WithSecurityContext(factory = WithStaff.Factory.class)
public @interface WithStaff {

    String[] value() default {};

    final class Factory implements WithSecurityContextFactory<WithStaff> {

        @Override
        public SecurityContext createSecurityContext(WithStaff staff) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication(staff.value()));
            return context;
        }

        /** The same for tests that set who is signed in by themselves. */
        public static Authentication authentication(String... wanted) {
            var permissions = wanted.length == 0 ? Permissions.codes().stream() : Arrays.stream(wanted);
            return UsernamePasswordAuthenticationToken.authenticated("staff", null,
                    Stream.concat(Stream.of(Roles.STAFF), permissions).map(each -> new SimpleGrantedAuthority("ROLE_" + each)).toList());
        }
    }
}
