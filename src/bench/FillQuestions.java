import app.regulars.RegularsApplication;
import app.regulars.platform.i18n.Languages;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import app.regulars.search.SiteSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the threads of StackFAQ among the help articles that a shop's search knows, and every paraphrase among its forum's topics, each with its vector, so that
 * questions have something to be compared with. Arguments: the shop's folder (its database by SPRING_DATASOURCE_*), the folder of StackFAQ, and a file for
 * addresses that ask such questions, none twice.
 */
public class FillQuestions {

    private static final int ASKED = 60_000;

    public static void main(String[] args) throws Exception {
        var data = Path.of(args[1]);
        var json = new JsonMapper();
        var documents = new ArrayList<SearchDocument>();
        for (var line : Files.readAllLines(data.resolve("threads.jsonl"))) {
            var thread = json.readTree(line);
            var answers = new ArrayList<String>();
            thread.get("answers").forEach(answer -> answers.add(answer.asString()));
            documents.add(document("article", "stackfaq-" + thread.get("id").asString(), thread.get("question").asString(), String.join("\n", answers)));
        }
        var asked = Files.readAllLines(data.resolve("queries.tsv")).stream().skip(1).map(line -> line.split("\t")).toList();
        asked.forEach(row -> documents.add(document("topic", "stackfaq-" + row[0], row[1], row[1])));
        var random = new java.util.Random(7);
        var paths = new ArrayList<String>();
        for (int n = 0; n < ASKED; n++) {
            paths.add("/search?q=" + java.net.URLEncoder.encode(asked.get(random.nextInt(asked.size()))[1] + " " + n, java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.write(Path.of(args[2]), paths);
        try (var shop = new SpringApplication(RegularsApplication.class).run("--server.port=0", "--regulars.demo=false", "--regulars.data=" + args[0])) {
            shop.getBean(SearchIndex.class).put(documents);
            long missing = documents.size();
            while (missing > 0) {
                // asking wakes the model
                shop.getBean(SiteSearch.class).find(new SiteSearch.Question("is anybody there?", Set.of("article", "topic"), List.of(), Set.of("public"), Languages.ENGLISH, 0, 1));
                Thread.sleep(1_000);
                missing = shop.getBean(JdbcTemplate.class).queryForObject("select count(*) from search_document where ref like 'stackfaq-%' and meaning is null", Long.class);
            }
            System.out.println(documents.size() + " questions stand in the search with their vectors");
        }
        System.exit(0);
    }

    private static SearchDocument document(String kind, String ref, String title, String body) {
        return new SearchDocument(kind, ref, "en", "public", title, "", body, "/help", List.of(), 1);
    }
}
