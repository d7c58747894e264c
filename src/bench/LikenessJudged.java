import app.regulars.RegularsApplication;
import app.regulars.search.LabelledTexts;
import app.regulars.search.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * How often the likeness that routing uses knows what a question is about: Banking77's file of questions in 77 kinds, every tenth row left
 * out of learning and asked about. By the product's own class and its own sentence model, in its own process. Arguments: the folder of
 * Banking77, a folder to work in. Ends with 1 where the bar of .90 is missed.
 */
public class LikenessJudged {

    public static void main(String[] args) throws Exception {
        var learned = new ArrayList<LabelledTexts.Example>();
        var asked = new ArrayList<LabelledTexts.Example>();
        var lines = rows(Files.readString(Path.of(args[0], "train.csv")));
        for (int i = 1; i < lines.size(); i++) {
            var row = new LabelledTexts.Example(lines.get(i)[0], lines.get(i)[1], "row " + i);
            (i % 10 == 0 ? asked : learned).add(row);
        }
        try (var shop = new SpringApplication(RegularsApplication.class).run("--server.port=0", "--regulars.demo=false", "--regulars.data=" + args[1],
                "--spring.datasource.url=jdbc:h2:mem:likeness;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
                "--logging.threshold.console=ERROR")) {
            var sentences = shop.getBean(Sentences.class);
            sentences.await();
            var vectors = new HashMap<String, float[]>();
            for (var list : List.of(learned, asked)) {
                list.forEach(each -> vectors.put(each.text(), sentences.of(each.text())));
            }
            judge("words alone", learned, asked, Map.of());
            var held = judge("meaning and words", learned, asked, vectors);
            System.exit(held >= .90 ? 0 : 1);
        }
    }

    private static double judge(String how, List<LabelledTexts.Example> learned, List<LabelledTexts.Example> asked, Map<String, float[]> vectors) {
        var texts = LabelledTexts.learn(learned, vectors::get);
        var right = 0;
        var sure = 0;
        var sureRight = 0;
        var from = System.nanoTime();
        for (var question : asked) {
            var guess = texts.guess(question.text());
            var hit = guess != null && guess.label().equals(question.label());
            right += hit ? 1 : 0;
            if (guess != null && guess.share() >= .6) {
                sure++;
                sureRight += hit ? 1 : 0;
            }
        }
        System.out.printf("%s: learned %d, asked %d, right %.4f; where it is sure (share of votes .6, %.0f %% of them) right %.4f; %.2f ms a question%n", how, learned.size(),
                asked.size(), (double) right / asked.size(), 100.0 * sure / asked.size(), (double) sureRight / Math.max(1, sure), (System.nanoTime() - from) / 1e6 / asked.size());
        return (double) right / asked.size();
    }

    /** Comma-separated, quoted where needed, quotes doubled; a text may run over lines. */
    private static List<String[]> rows(String file) {
        var rows = new ArrayList<String[]>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < file.length(); i++) {
            var c = file.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < file.length() && file.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                rows.add(row.toArray(String[]::new));
                row.clear();
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
