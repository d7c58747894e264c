package app.regulars.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.RegularsApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** The house keeps its levels: arrows go down, or sideways where a package-info lists it, never up. */
class ModuleLevelTests {

    private static final Map<String, Integer> LEVEL = Map.ofEntries(Map.entry("platform", -1), Map.entry("notification", 0),
            Map.entry("search", 0), Map.entry("incentive", 3), Map.entry("quality", 1), Map.entry("selfservice", 1), Map.entry("customer", 1), Map.entry("staff", 1), Map.entry("account", 1), Map.entry("privacy", 1), Map.entry("matching", 1), Map.entry("personaldata", 1), Map.entry("catalog", 1), Map.entry("faq", 1),
            Map.entry("payment", 1), Map.entry("shipping", 1), Map.entry("inventory", 2), Map.entry("pricing", 2),
            Map.entry("ordering", 3), Map.entry("merchant", 1), Map.entry("media", 1), Map.entry("assortment", 3), Map.entry("watching", 3), Map.entry("contracting", 3), Map.entry("reordering", 3), Map.entry("approving", 4), Map.entry("selling", 4), Map.entry("quoting", 3), Map.entry("arranging", 2), Map.entry("invoicing", 4), Map.entry("inquiry", 4), Map.entry("calling", 4), Map.entry("mailroom", 4), Map.entry("serving", 4), Map.entry("returning", 4), Map.entry("forum", 4), Map.entry("review", 4), Map.entry("gap", 5), Map.entry("talking", 4), Map.entry("storefront", 5),
            Map.entry("portal", 5), Map.entry("console", 5), Map.entry("demo", 6), Map.entry("importing", 6));

    private final ApplicationModules modules = ApplicationModules.of(RegularsApplication.class);

    @Test
    void modulesUseOnlyWhatOthersShow() {
        modules.verify();
    }

    @Test
    void everyModuleHasALevel() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString())).allMatch(LEVEL::containsKey);
    }

    @Test
    void arrowsNeverGoUp() {
        assertThat(arrowsAgainst(LEVEL)).isEmpty();
    }

    @Test
    void theLevelsBite() {
        var upsideDown = new java.util.HashMap<>(LEVEL);
        upsideDown.put("catalog", 5);
        assertThat(arrowsAgainst(upsideDown)).isNotEmpty();
    }

    private List<String> arrowsAgainst(Map<String, Integer> levels) {
        var wrong = new ArrayList<String>();
        for (var module : modules) {
            var from = module.getIdentifier().toString();
            var listed = List.of(module.getBasePackage().getAnnotation(ApplicationModule.class)
                    .map(ApplicationModule::allowedDependencies).orElse(new String[0]));
            module.getDependencies(modules, DependencyDepth.IMMEDIATE).stream().map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                    .distinct().filter(to -> !to.equals(from)).forEach(to -> {
                        var sideways = levels.get(to).equals(levels.get(from));
                        if (levels.get(to) > levels.get(from) || sideways && listed.stream().noneMatch(name -> name.split(" ")[0].equals(to))) {
                            wrong.add(from + " -> " + to);
                        }
                    });
        }
        return wrong;
    }
}
