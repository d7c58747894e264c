package app.regulars.staff;

import app.regulars.platform.security.Permissions;
import java.util.HashSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives permissions that are new in this version to the shipped roles, once; what staff changed since stays. */
@Component
class RoleOpening implements SmartInitializingSingleton {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RoleOpening(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = new HashSet<>(jdbc.queryForList("select permission from staff_permission_known", String.class));
        Permissions.ALL.stream().filter(permission -> !known.contains(permission.code())).forEach(this::introduce);
    }

    private void introduce(Permissions.Permission permission) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.update("insert into staff_permission_known (permission) values (?)", permission.code());
                permission.shipped().forEach(role -> jdbc.update("insert into staff_role_permission (role_code, permission) select code, ? from staff_role where code = ?",
                        permission.code(), role));
            });
        } catch (DuplicateKeyException anotherNodeWasQuicker) {
            // it has given the permission as well
        }
    }
}
