import app.regulars.RegularsApplication;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import app.regulars.search.SiteSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well the search finds, as a table: paraphrased questions over StackFAQ, with the language model and without it, as typed and with one
 * random typing error each; and judged queries over the demonstration shop. Asks the product's own doors in its own process.
 * Arguments: folder of StackFAQ, file of judged queries, a folder to work in. Ends with 1 where a bar is missed.
 */
public class SearchQuality {

    private static final Set<String> PUBLIC = Set.of("public");
    private static final Set<String> QUESTIONS = Set.of("article", "topic");
    private static boolean missed;

    public static void main(String[] args) throws Exception {
        var work = Path.of(args[2]);
        System.out.println("| what | queries | MRR | hit@5 | NDCG@5 | bar |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        if (Files.isDirectory(Path.of(args[0]))) {
            stackfaq(Path.of(args[0]), work, true);
            stackfaq(Path.of(args[0]), work, false);
        }
        judged(Path.of(args[1]), work, true);
        judged(Path.of(args[1]), work, false);
        System.exit(missed ? 1 : 0);
    }

    private static ConfigurableApplicationContext start(Path work, String name, boolean demo, boolean meaning) {
        return new SpringApplication(RegularsApplication.class).run("--server.port=0", "--regulars.demo=" + demo, "--regulars.search.meaning=" + meaning,
                "--regulars.data=" + work.resolve(name), "--spring.datasource.url=jdbc:h2:mem:" + name
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1", "--logging.threshold.console=ERROR");
    }

    private record Asked(String text, String wanted) {
    }

    private static void stackfaq(Path data, Path work, boolean meaning) throws Exception {
        var json = new JsonMapper();
        var documents = new ArrayList<SearchDocument>();
        for (var line : Files.readAllLines(data.resolve("threads.jsonl"))) {
            var thread = json.readTree(line);
            var answers = new ArrayList<String>();
            thread.get("answers").forEach(answer -> answers.add(answer.asString()));
            documents.add(new SearchDocument("article", thread.get("id").asString(), "en", "public", thread.get("question").asString(), "",
                    String.join("\n", answers), "/help/x", List.of(), 1));
        }
        var wanted = new HashMap<String, String>();
        Files.readAllLines(data.resolve("qrels.tsv")).stream().skip(1).map(line -> line.split("\t")).forEach(row -> wanted.put(row[0], row[1]));
        var queries = Files.readAllLines(data.resolve("queries.tsv")).stream().skip(1).map(line -> line.split("\t"))
                .map(row -> new Asked(row[1], wanted.get(row[0]))).toList();
        try (var shop = start(work, "stackfaq" + meaning, false, meaning)) {
            shop.getBean(SearchIndex.class).put(documents);
            waitForVectors(shop, meaning);
            var search = shop.getBean(SiteSearch.class);
            var with = meaning ? "StackFAQ, with the model" : "StackFAQ, words alone";
            var typed = rank(search, queries);
            row(with, queries.size(), typed, meaning ? .95 : .85, meaning ? .99 : .95);
            double worst = 1;
            var random = new Random(20261122);
            for (int pass = 1; pass <= 3; pass++) {
                var mistyped = queries.stream().map(query -> new Asked(mistyped(query.text(), random), query.wanted())).toList();
                var found = rank(search, mistyped);
                worst = Math.min(worst, found[0]);
                row(with + ", one typing error, pass " + pass, queries.size(), found, typed[0] - .08, 0);
            }
        }
    }

    private static double[] rank(SiteSearch search, List<Asked> queries) {
        double reciprocal = 0;
        int among = 0;
        for (var query : queries) {
            var refs = search.find(new SiteSearch.Question(query.text(), QUESTIONS, List.of(), PUBLIC, Locale.CANADA, 0, 200)).hits().stream()
                    .map(SiteSearch.Hit::ref).toList();
            var place = refs.indexOf(query.wanted());
            reciprocal += place < 0 ? 0 : 1.0 / (place + 1);
            among += place >= 0 && place < 5 ? 1 : 0;
        }
        return new double[] {reciprocal / queries.size(), (double) among / queries.size()};
    }

    private static void row(String what, int queries, double[] found, double mrr, double hit) {
        var holds = found[0] >= mrr && found[1] >= hit;
        missed |= !holds;
        System.out.printf(Locale.ROOT, "| %s | %d | %.3f | %.3f | | MRR %.2f%s%s |%n", what, queries, found[0], found[1], mrr, hit > 0 ? " hit@5 " + hit : "",
                holds ? "" : " MISSED");
    }

    /** One letter left out, doubled, exchanged with the next or with another, in a word of at least four letters. */
    private static String mistyped(String text, Random random) {
        var words = text.split(" ");
        var long_ = new ArrayList<Integer>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].matches("[A-Za-z]{4,}[?.,!]?")) {
                long_.add(i);
            }
        }
        if (long_.isEmpty()) {
            return text;
        }
        var which = long_.get(random.nextInt(long_.size()));
        var word = words[which];
        var at = 1 + random.nextInt(word.length() - 2);
        words[which] = switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
        };
        return String.join(" ", words);
    }

    private record Judged(Locale locale, boolean products, String text, Map<String, Integer> grades) {
    }

    private static void judged(Path file, Path work, boolean meaning) throws Exception {
        var queries = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split("\t"))
                .map(row -> new Judged(row[0].equals("fr") ? Locale.CANADA_FRENCH : Locale.CANADA, row[1].equals("p"), row[2],
                        Arrays.stream(row[3].split(" ")).map(grade -> grade.split("=")).collect(Collectors.toMap(grade -> grade[0], grade -> Integer.valueOf(grade[1])))))
                .toList();
        try (var shop = start(work, "shop" + meaning, true, meaning)) {
            waitForTheShop(shop);
            waitForVectors(shop, meaning);
            var search = shop.getBean(SiteSearch.class);
            var sums = new HashMap<String, double[]>();
            for (var query : queries) {
                var found = search.find(new SiteSearch.Question(query.text(), query.products() ? Set.of("product") : QUESTIONS, List.of(), PUBLIC,
                        query.locale(), 0, 5)).hits().stream().map(SiteSearch.Hit::ref).toList();
                var value = ndcg(found, query.grades());
                if (value < .85 && meaning) {
                    System.err.printf(Locale.ROOT, "%.2f %s: %s%n", value, query.text(), found);
                }
                var kind = query.products() ? query.locale().equals(Locale.CANADA) ? "products, English" : "products, French" : "questions";
                for (var group : List.of("all", kind)) {
                    var sum = sums.computeIfAbsent(group, key -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                }
            }
            for (var group : List.of("all", "products, English", "products, French", "questions")) {
                var sum = sums.get(group);
                var holds = sum[0] / sum[1] >= .85 || !group.equals("all");
                missed |= !holds;
                System.out.printf(Locale.ROOT, "| demonstration shop, judged%s: %s | %d | | | %.3f | %s |%n", meaning ? "" : ", words alone", group, (int) sum[1],
                        sum[0] / sum[1], group.equals("all") ? "NDCG@5 0.85" + (holds ? "" : " MISSED") : "");
            }
        }
    }

    private static double ndcg(List<String> found, Map<String, Integer> grades) {
        double gained = 0;
        var seen = new HashSet<String>();
        for (int i = 0; i < Math.min(5, found.size()); i++) {
            if (seen.add(found.get(i))) {
                gained += gain(grades.getOrDefault(found.get(i), 0), i);
            }
        }
        double best = 0;
        var ideal = grades.values().stream().sorted((a, b) -> b - a).limit(5).toList();
        for (int i = 0; i < ideal.size(); i++) {
            best += gain(ideal.get(i), i);
        }
        return gained / best;
    }

    private static double gain(int grade, int place) {
        return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    /** Products, help and forum are there when nothing has been added for a while. */
    private static void waitForTheShop(ConfigurableApplicationContext shop) throws InterruptedException {
        long before = -1;
        var end = Instant.now().plus(Duration.ofMinutes(8));
        for (int calm = 0; calm < 6 && Instant.now().isBefore(end);) {
            var now = shop.getBean(JdbcTemplate.class).queryForObject("select count(*) from search_document where kind in ('product', 'article', 'topic')", Long.class);
            calm = now == before && now > 100 ? calm + 1 : 0;
            before = now;
            Thread.sleep(2_000);
        }
    }

    private static void waitForVectors(ConfigurableApplicationContext shop, boolean meaning) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(5));
        while (meaning && Instant.now().isBefore(end)) {
            // asking wakes the model
            shop.getBean(SiteSearch.class).find(new SiteSearch.Question("is anybody there?", QUESTIONS, List.of(), PUBLIC, Locale.CANADA, 0, 1));
            var missing = shop.getBean(JdbcTemplate.class).queryForObject(
                    "select count(*) from search_document where kind in ('article', 'topic') and language <> 'fr' and meaning is null", Long.class);
            Thread.sleep(1_000);
            if (missing == 0) {
                return;
            }
        }
    }
}
