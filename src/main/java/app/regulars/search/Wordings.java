package app.regulars.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/** The plain entrance for modules that compare what people write: by the stems of the words, and in English also by the meaning where the model runs. */
@Component
public class Wordings {

    private final Analyzer english = new EnglishAnalyzer();
    private final Analyzer french = new FrenchAnalyzer();
    private final Sentences sentences;

    Wordings(Sentences sentences) {
        this.sentences = sentences;
    }

    /** @param vector of length one, or null where there is no model for it (yet) */
    public record Wording(List<String> stems, float[] vector) {
    }

    /** The same text gives the same answer as long as the same model stands. */
    public Wording of(String text, String language) {
        var isFrench = "fr".equals(language);
        var stems = new ArrayList<String>();
        try (var tokens = (isFrench ? french : english).tokenStream("text", Words.fold(text))) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(List.copyOf(stems), isFrench ? null : sentences.of(text));
    }
}
