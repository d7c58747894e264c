package app.regulars.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.method.Jsr250AuthorizationManager;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.util.SimpleMethodInvocation;

/**
 * Who reaches which page and which method of a door, for every shipped role, as the table in src/test/resources/permissions.md says.
 * The table is for people: a change of it is a change of who may do what. After a wanted change take target/permissions.md over.
 */
class PermissionTableTests {

    private static final Path TABLE = Path.of("src/test/resources/permissions.md");
    /** What everybody who works here reaches: the layout, the home page, one's own sign-in. */
    private static final Set<String> FOR_EVERYBODY_HERE = Set.of("app.regulars.console.ConsoleLayout", "app.regulars.console.HomeView",
            "app.regulars.staff.ui.staff.MySignInView", "app.regulars.account.ui.StaffSecurityView");
    private static final List<String> ROLES = List.of(Permissions.AGENT, Permissions.WAREHOUSE, Permissions.PRIVACY_OFFICER, Permissions.MANAGER);

    private static List<Class<?>> guarded;

    @BeforeAll
    static void read() {
        var all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.regulars");
        guarded = all.stream().filter(each -> each.isAnnotatedWith(RolesAllowed.class) || each.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(RolesAllowed.class)))
                .map(JavaClass::reflect).collect(Collectors.toCollection(ArrayList::new));
        guarded.sort(java.util.Comparator.comparing(Class::getName));
    }

    @Test
    void isAsTheTableSays() throws IOException {
        var found = table();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/permissions.md"), found);
        assertThat(found).as("who may do what has changed: compare target/permissions.md with " + TABLE).isEqualTo(Files.exists(TABLE) ? Files.readString(TABLE) : "");
    }

    @Test
    void everyStaffDoorNamesPermissions() {
        var wrong = new ArrayList<String>();
        for (var type : guarded) {
            if (!FOR_EVERYBODY_HERE.contains(type.getName())) {
                Stream.concat(Stream.of(type.getAnnotation(RolesAllowed.class)), Arrays.stream(type.getDeclaredMethods()).map(method -> method.getAnnotation(RolesAllowed.class)))
                        .filter(java.util.Objects::nonNull).flatMap(allowed -> Arrays.stream(allowed.value()))
                        .filter(name -> !Permissions.codes().contains(name) && !Roles.CUSTOMER.equals(name)).forEach(name -> wrong.add(type.getSimpleName() + " names " + name));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPermissionOpensSomethingOrIsKnownToBeFree() {
        var named = guarded.stream().flatMap(type -> Stream.concat(Stream.of(type.getAnnotation(RolesAllowed.class)),
                Arrays.stream(type.getDeclaredMethods()).map(method -> method.getAnnotation(RolesAllowed.class)))).filter(java.util.Objects::nonNull)
                .flatMap(allowed -> Arrays.stream(allowed.value())).collect(Collectors.toSet());
        assertThat(Permissions.codes().stream().filter(code -> !named.contains(code) && !NOT_YET.contains(code))).as("permissions that open nothing").isEmpty();
    }

    /** Abilities whose door is not built yet, or that are checked in another way than by an annotation. */
    private static final Set<String> NOT_YET = Set.of(Permissions.DATA_IMPORT, Permissions.PRICES_CHANGE, Permissions.SHOP_SETUP, Permissions.CUSTOMERS_CHANGE,
            Permissions.CUSTOMERS_MERGE, Permissions.CUSTOMERS_SETUP, Permissions.PRIVACY_HANDLE, Permissions.DATA_EXPORT,
            Permissions.CONSENTS_SEE, Permissions.ORDERS_ALL);

    private static String table() {
        var text = new StringBuilder("""
                # Who may do what

                Made by `PermissionTableTests`, which fails when it is not true. Pages by address, doors by method; ● may, · may not.

                | what | %s |
                | --- | %s |
                """.formatted(String.join(" | ", ROLES), ROLES.stream().map(role -> ":-:").collect(Collectors.joining(" | "))));
        rows().forEach((what, who) -> text.append("| ").append(what).append(" | ")
                .append(ROLES.stream().map(role -> who.test(role) ? "●" : "·").collect(Collectors.joining(" | "))).append(" |\n"));
        return text.toString();
    }

    private static Map<String, Predicate<String>> rows() {
        var pages = new TreeMap<String, Predicate<String>>();
        var doors = new TreeMap<String, Predicate<String>>();
        var checker = new AccessAnnotationChecker();
        for (var type : guarded) {
            var route = type.getAnnotation(Route.class);
            if (route != null) {
                pages.put("`/" + route.value() + "`", role -> checker.hasAccess(type, () -> "somebody", name -> held(role).contains(name)));
            } else if (!com.vaadin.flow.component.Component.class.isAssignableFrom(type)) {
                for (var method : type.getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                        doors.merge(type.getSimpleName() + "." + method.getName(), role -> passes(role, type, method), Predicate::and);
                    }
                }
            }
        }
        var all = new LinkedHashMap<String, Predicate<String>>(pages);
        all.putAll(doors);
        return all;
    }

    private static boolean passes(String role, Class<?> type, Method method) {
        var who = UsernamePasswordAuthenticationToken.authenticated("somebody", null,
                held(role).stream().map(name -> new SimpleGrantedAuthority("ROLE_" + name)).toList());
        var answer = new Jsr250AuthorizationManager().authorize(() -> who, new SimpleMethodInvocation(null, method) {
            @Override
            public Object getThis() {
                return new Object();
            }
        });
        return answer == null || answer.isGranted();
    }

    private static Set<String> held(String role) {
        return Stream.concat(Stream.of(Roles.STAFF), Permissions.ALL.stream()
                .filter(permission -> role.equals(Permissions.MANAGER) || permission.shipped().contains(role)).map(Permissions.Permission::code)).collect(Collectors.toSet());
    }
}
