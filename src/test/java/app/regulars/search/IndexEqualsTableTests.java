package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Languages;
import app.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class IndexEqualsTableTests {

    private static final int WRITERS = 8;
    private static final int WRITES = 1_000;
    private static final int RECORDS = 40;

    @Autowired
    private SearchIndex index;
    @Autowired
    private SiteSearch search;
    @Autowired
    private IndexSettling settling;
    @Autowired
    private IndexCare care;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void endsEqualAfterAThousandWritesByManyAtOnce() throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var all = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(writer);
                all.add(() -> {
                    for (int n = 0; n < WRITES / WRITERS; n++) {
                        write(random, "w" + random.nextInt(1_000_000));
                    }
                    return null;
                });
            }
            for (var each : writers.invokeAll(all)) {
                each.get();
            }
        }
        settling.await();
        var state = care.compare();
        assertThat(state).as("missing %d, old %d, surplus %d", state.missing(), state.old(), state.surplus()).matches(IndexState::isEqual);
        jdbc.query("select ref, title from search_document where kind = 'thing'", row -> {
            var found = search.find(new SiteSearch.Question(row.getString("title"), Set.of("thing"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 50)).hits();
            assertThat(found).extracting(SiteSearch.Hit::ref).contains(row.getString("ref"));
        });
    }

    private void write(Random random, String title) {
        var ref = "thing-" + random.nextInt(RECORDS);
        try {
            if (random.nextInt(8) == 0) {
                index.remove("thing", ref);
            } else {
                index.put(List.of(document(ref, title), document("thing-" + random.nextInt(RECORDS), title)));
            }
        } catch (ConcurrencyFailureException metAnother) {
            // whoever writes tries again in life; here the next write will do
            assertThat(metAnother).isNotNull();
        }
    }

    @Test
    void findsAndMendsWhatIsMissingOldOrTooMuch() {
        index.put(List.of(document("mend-1", "one"), document("mend-2", "two"), document("mend-3", "three")));
        settling.await();
        jdbc.update("update search_document set title = 'renamed', version = version + 1 where ref = 'mend-1'");
        jdbc.update("delete from search_document where ref = 'mend-2'");
        var found = care.compare();
        assertThat(found.old()).isEqualTo(1);
        assertThat(found.surplus()).isEqualTo(1);
        assertThat(care.mend()).matches(IndexState::isEqual);
        assertThat(search.find(new SiteSearch.Question("renamed", Set.of("thing"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 5)).hits())
                .extracting(SiteSearch.Hit::ref).containsExactly("mend-1");
    }

    private static SearchDocument document(String ref, String title) {
        return new SearchDocument("thing", ref, null, "public", title, "", "", "/thing/" + ref, List.of(), 1);
    }
}
