package app.regulars.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.security.Permissions;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** Whatever staff write through a door is written down: every method that is not for reading reaches the history of deeds. */
class DeskAuditTests {

    private static final Pattern ACTION = Pattern.compile("(?:\\bby|\\bmember|\\bnull|orElse\\(null\\)), \"([a-z][a-z-]*(?:\\.[a-z-]+)+)\"");

    private static final Pattern LOOK = Pattern.compile("\\.viewed\\(by, \"([a-z-]+)\"");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.regulars");
    }

    @Test
    void everyWriteThroughAStaffDoorReachesTheHistory() {
        var silent = new TreeSet<String>();
        for (var door : house) {
            if (isStaffDoor(door)) {
                door.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> isWrite(door, method)).filter(method -> !reachesHistory(method, new HashSet<>()))
                        .forEach(method -> silent.add(door.getSimpleName() + "." + method.getName()));
            }
        }
        assertThat(silent).as("writes of staff that nobody could find again").isEmpty();
    }

    @Test
    void thePathToTheHistoryIsFollowedThroughOtherClasses() {
        var desk = house.stream().filter(each -> each.getSimpleName().equals("OrderDesk")).findFirst().orElseThrow();
        assertThat(desk.getMethods().stream().filter(method -> method.getName().equals("pack")).allMatch(method -> reachesHistory(method, new HashSet<>()))).isTrue();
        assertThat(desk.getMethods().stream().filter(method -> method.getName().equals("counts")).noneMatch(method -> reachesHistory(method, new HashSet<>()))).isTrue();
    }

    @Test
    void everyDeedHasWordsInBothLanguages() throws IOException {
        var english = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/console.properties"), StandardCharsets.UTF_8)) {
            english.load(reader);
        }
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                var actions = ACTION.matcher(text);
                while (text.contains("AuditTrail") && actions.find()) {
                    if (!actions.group(1).contains(".refused.") && !english.containsKey("console.audit.action." + actions.group(1))) {
                        missing.add(actions.group(1));
                    }
                }
            }
        }
        assertThat(missing).as("deeds without console.audit.action.… in i18n/console.properties").isEmpty();
    }

    /** The customers read under "what we know about you" who looked at what. */
    @Test
    void everyLookHasWordsForWhomItIsAbout() throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/privacy.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var looks = new TreeSet<String>();
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LOOK.matcher(Files.readString(file)).results().forEach(look -> looks.add(look.group(1)));
            }
            assertThat(looks).contains("customer", "order").allSatisfy(look -> assertThat(words.getProperty("privacy.my.looks.at." + look)).as(look).isNotBlank());
        }
    }

    /** A service that names a permission and is no page. */
    private static boolean isStaffDoor(JavaClass type) {
        if (type.isAssignableTo(com.vaadin.flow.component.Component.class)) {
            return false;
        }
        return type.isAnnotatedWith(RolesAllowed.class) && names(type.getAnnotationOfType(RolesAllowed.class))
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(RolesAllowed.class) && names(method.getAnnotationOfType(RolesAllowed.class)));
    }

    private static boolean names(RolesAllowed allowed) {
        return Arrays.stream(allowed.value()).anyMatch(Permissions.codes()::contains);
    }

    /** What is marked as reading writes nothing; without a transaction a method only asks others, unless it names who acts. */
    private static boolean isWrite(JavaClass door, JavaMethod method) {
        if (method.getName().equals("problems") || READERS.contains(door.getSimpleName() + "." + method.getName())) {
            return false;
        }
        if (method.isAnnotatedWith(Transactional.class)) {
            return !method.getAnnotationOfType(Transactional.class).readOnly();
        }
        if (method.getRawParameterTypes().stream().anyMatch(type -> type.getSimpleName().equals("StaffId"))) {
            return !door.isAnnotatedWith(Transactional.class) || !door.getAnnotationOfType(Transactional.class).readOnly();
        }
        return door.isAnnotatedWith(Transactional.class) && !door.getAnnotationOfType(Transactional.class).readOnly();
    }

    /** Methods that read within a transaction that could write, make anew what can be made anew at any time, or say who is looking for as long as they look. */
    private static final Set<String> READERS = Set.of("ForumDesk.viewer", "ShippingDesk.carriers", "ShippingDesk.labelsOn", "DeliveryDesk.typed",
            "ReturnDesk.exchange", "MatchDesk.look", "TalkDesk.writes", "InquiryPresence.here", "InquiryPresence.gone");

    private static boolean reachesHistory(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit) || seen.size() > 5_000) {
            return false;
        }
        for (var access : unit.getAccessesFromSelf()) {
            if (access.getTargetOwner().isEquivalentTo(AuditTrail.class)) {
                return true;
            }
        }
        for (var call : unit.getMethodCallsFromSelf()) {
            if (call.getTargetOwner().getPackageName().startsWith("app.regulars") && call.getTarget().resolveMember().map(next -> reachesHistory(next, seen)).orElse(false)) {
                return true;
            }
        }
        for (var reference : unit.getMethodReferencesFromSelf()) {
            if (reference.getTargetOwner().getPackageName().startsWith("app.regulars") && reference.getTarget().resolveMember().map(next -> reachesHistory(next, seen)).orElse(false)) {
                return true;
            }
        }
        return false;
    }
}
