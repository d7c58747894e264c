package app.regulars.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

/** The flows name pages that there are, in words that there are, and never a secret. */
class FlowTests {

    private static List<String> routes;

    @BeforeAll
    static void read() {
        var house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.regulars");
        var pages = house.stream().filter(type -> type.isAnnotatedWith(Route.class)).map(JavaClass::reflect)
                .flatMap(type -> Stream.concat(Stream.of(type.getAnnotation(Route.class).value()), Arrays.stream(type.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value)));
        var files = house.stream().flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(GetMapping.class))
                .flatMap(method -> Arrays.stream(method.getAnnotationOfType(GetMapping.class).value()));
        routes = Stream.concat(pages.map(route -> "/" + route), files).toList();
    }

    @Test
    void everyPageOfAFlowIsAPageOfTheHouse() {
        assertThat(Flow.pages()).hasSizeGreaterThan(20).allMatch(page -> routes.stream().anyMatch(route -> starred(route).equals(page)));
        assertThat(routes.stream().map(FlowTests::starred)).doesNotContain("/no-such-page/*");
    }

    private static String starred(String route) {
        return route.replaceAll(":\\w+\\??|\\{\\w+}(\\.pdf)?", "*");
    }

    @Test
    void neverTellsTheSecretOfAMailedLink() {
        var secret = routes.stream().filter(route -> route.contains("token")).map(route -> route.replaceAll(":\\w+|\\{\\w+}", "aSecret")).toList();
        assertThat(secret).hasSizeGreaterThan(8);
        assertThat(secret.stream().map(Flow::origin)).noneMatch(origin -> origin == null || origin.contains("aSecret"));
    }

    @Test
    void namesThePageOfWhatIsNoSecretInFull() {
        assertThat(Flow.origin("/p/guji-dawn")).isEqualTo("/p/guji-dawn");
        assertThat(Flow.origin("/my/orders/HL-1/return")).isEqualTo("/my/orders/HL-1/return");
        assertThat(Flow.at("/my/orders/HL-1/return")).containsExactly(Flow.RETURN);
        assertThat(Flow.at(Flow.origin("/track/aSecret"))).containsExactly(Flow.TRACK);
        assertThat(Flow.at("/checkout")).containsExactly(Flow.ORDER, Flow.REORDER);
        assertThat(Flow.at("/about")).isEmpty();
    }

    @Test
    void takesNothingElseForAPage() {
        assertThat(Stream.of("https://evil.example/", "javascript:alert(1)", "/p/<b>", "p/x", "", "/" + "x".repeat(300), "/p/a?b").map(Flow::origin)).containsOnlyNulls();
        assertThat(Flow.origin(null)).isNull();
        assertThat(Flow.origin("//evil.example")).isNull();
    }

    @Test
    void everyStepHasWords() throws IOException {
        for (var bundle : List.of("i18n/selfservice.properties", "i18n/selfservice_fr.properties")) {
            var words = new Properties();
            try (var reader = new java.io.InputStreamReader(getClass().getClassLoader().getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            var missing = new TreeSet<String>();
            for (var flow : Flow.values()) {
                Stream.concat(Stream.of("selfservice.flow." + flow.code()), flow.stepNames().stream().map(name -> "selfservice.step." + name))
                        .filter(key -> !words.containsKey(key)).forEach(missing::add);
            }
            assertThat(missing).as(bundle).isEmpty();
        }
    }
}
