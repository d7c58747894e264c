package app.regulars.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.repository.Repository;

/** The rules of the material that a machine can check, each shown to bite on a class that breaks it. */
class HouseRulesTests {

    private static JavaClasses house;
    private static JavaClasses bad;

    enum Rule {
        ENTITIES_STAY_IN_THEIR_MODULE(classes().that().areAnnotatedWith(Entity.class).should().notBePublic()),
        REPOSITORIES_STAY_IN_THEIR_MODULE(classes().that().areAssignableTo(Repository.class).should().notBePublic()),
        VIEWS_STAY_IN_THEIR_MODULE(classes().that().areAnnotatedWith(Route.class).should().notBePublic()),
        TIME_COMES_FROM_A_CLOCK(noClasses().that().resideOutsideOfPackage("..platform.time..")
                .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")),
        NO_MANY_TO_MANY(noFields().should().beAnnotatedWith(ManyToMany.class)),
        VERSIONS_ARE_BOXED(fields().that().areAnnotatedWith(Version.class).should().haveRawType(Integer.class)
                .orShould().haveRawType(Long.class)),
        NAMES_SAY_WHAT_IT_IS(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Facade)")),
        NO_STACK_TRACES_ON_THE_CONSOLE(noClasses().should().callMethodWhere(target(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("printStackTrace")))),
        VIEWS_USE_NO_REPOSITORY(noClasses().that().resideInAPackage("..ui..").should().dependOnClassesThat().areAssignableTo(Repository.class));

        final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule.allowEmptyShould(true);
        }
    }

    @BeforeAll
    static void read() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.regulars");
        bad = new ClassFileImporter().importPackages("counterexamples");
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule.check(house);
    }

    @ParameterizedTest
    @EnumSource
    void bites(Rule rule) {
        assertThat(rule.rule.evaluate(bad).hasViolation()).isTrue();
    }
}
