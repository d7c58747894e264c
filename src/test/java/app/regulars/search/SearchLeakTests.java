package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Languages;
import app.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks whatever, in whichever way: nothing is found that this person may not see. */
@RegularsTest(properties = "regulars.search.meaning=true")
class SearchLeakTests {

    private static final int PAIRS = 10_000;
    private static final int DOCUMENTS = 600;
    private static final int CUSTOMERS = 20;
    private static final int GROUPS = 6;
    private static final List<String> KINDS = List.of("product", "article", "topic", "order", "inquiry", "staff-order");
    private static final List<String> WORDS = Arrays.asList(("kettle mug coffee harbour grinder invoice parcel broken late refund price agreed filter paper tea "
            + "espresso order delivery account address password gift card sample wholesale").split(" "));

    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;
    @Autowired
    private Meaning meaning;

    private final Random random = new Random(4);
    private final Map<String, Set<String>> audiences = new HashMap<>();

    @Test
    void findsNothingForAnybodyThatIsNotForHer() {
        var documents = new ArrayList<SearchDocument>();
        for (int n = 0; n < DOCUMENTS; n++) {
            var audience = audience();
            var document = new SearchDocument(KINDS.get(random.nextInt(KINDS.size())), "leak-" + n, random.nextInt(3) == 0 ? "fr" : random.nextBoolean() ? "en" : null,
                    String.join(" ", audience), words(4), words(3) + " N-" + n, words(12), "/leak/" + n, List.of("category:" + WORDS.get(n % WORDS.size())), 1);
            audiences.put(document.ref(), audience);
            documents.add(document);
        }
        index.put(documents);
        meaning.await();
        assertThat(meaning.state()).as("questions are compared by meaning").isEqualTo(Meaning.State.READY);
        long found = 0;
        for (int n = 0; n < PAIRS; n++) {
            found += ask(n);
        }
        assertThat(found).as("enough was found to mean something").isGreaterThan(PAIRS);
    }

    private long ask(int n) {
        var person = person();
        var question = new SiteSearch.Question(text(), kinds(), random.nextInt(10) == 0 ? List.of("category:" + WORDS.get(n % WORDS.size())) : List.of(), person,
                random.nextInt(4) == 0 ? Languages.FRENCH : Languages.ENGLISH, 0, 50);
        var refs = switch (n % 3) {
            case 0 -> search.find(question).hits().stream().map(SiteSearch.Hit::ref).toList();
            case 1 -> search.matches(question).refs();
            default -> search.beginnings(question).stream().map(SiteSearch.Hit::ref).toList();
        };
        for (var ref : refs) {
            var allowed = audiences.get(ref);
            if (allowed != null) {
                assertThat(allowed).as("%s for %s, asked for “%s”", ref, person, question.text()).containsAnyElementsOf(person);
            }
        }
        return refs.size();
    }

    private Set<String> audience() {
        return switch (random.nextInt(5)) {
            case 0 -> Set.of("public");
            case 1 -> Set.of("staff");
            case 2 -> Set.of("group:" + random.nextInt(GROUPS));
            case 3 -> new HashSet<>(List.of("group:" + random.nextInt(GROUPS), "group:" + random.nextInt(GROUPS)));
            default -> Set.of("customer:" + random.nextInt(CUSTOMERS));
        };
    }

    private Set<String> person() {
        if (random.nextInt(12) == 0) {
            return Set.of("public", "staff");
        }
        var person = new HashSet<>(Set.of("public"));
        if (random.nextInt(4) > 0) {
            person.add("customer:" + random.nextInt(CUSTOMERS));
            for (int n = random.nextInt(3); n > 0; n--) {
                person.add("group:" + random.nextInt(GROUPS));
            }
        }
        return person;
    }

    private Set<String> kinds() {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of();
            case 1 -> Set.of("article", "topic", "inquiry");
            default -> Set.of(KINDS.get(random.nextInt(KINDS.size())));
        };
    }

    private String text() {
        var text = words(1 + random.nextInt(6));
        return switch (random.nextInt(6)) {
            case 0 -> "N-" + random.nextInt(DOCUMENTS);
            case 1 -> text.substring(0, Math.max(2, text.length() - 3));
            case 2 -> "how do i " + text + "?";
            case 3 -> text.charAt(1) + "" + text.charAt(0) + text.substring(2);
            case 4 -> random.nextInt(5) == 0 ? "" : text;
            default -> text;
        };
    }

    private String words(int most) {
        var words = new ArrayList<String>();
        for (int n = 0; n < most; n++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }
}
