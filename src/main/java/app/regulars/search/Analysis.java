package app.regulars.search;

import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.core.StopFilterFactory;
import org.apache.lucene.analysis.core.WhitespaceTokenizerFactory;
import org.apache.lucene.analysis.en.EnglishPossessiveFilterFactory;
import org.apache.lucene.analysis.en.PorterStemFilterFactory;
import org.apache.lucene.analysis.fr.FrenchLightStemFilterFactory;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.pattern.PatternReplaceFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.apache.lucene.analysis.util.ElisionFilterFactory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.springframework.stereotype.Component;

/** How text becomes terms: stemmed by language, as written, and as codes. */
@Component("searchAnalysis")
class Analysis implements LuceneAnalysisConfigurer {

    static final String ENGLISH = "english";
    static final String FRENCH = "french";
    static final String WORDS = "words";
    static final String CODES = "codes";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(ENGLISH).custom().tokenizer(StandardTokenizerFactory.class)
                .tokenFilter(PatternReplaceFilterFactory.class).param("pattern", "’").param("replacement", "'")
                .tokenFilter(EnglishPossessiveFilterFactory.class).tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(StopFilterFactory.class).tokenFilter(ASCIIFoldingFilterFactory.class).tokenFilter(PorterStemFilterFactory.class);
        context.analyzer(FRENCH).custom().tokenizer(StandardTokenizerFactory.class)
                .tokenFilter(PatternReplaceFilterFactory.class).param("pattern", "’").param("replacement", "'")
                .tokenFilter(ElisionFilterFactory.class).tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(FrenchLightStemFilterFactory.class).tokenFilter(ASCIIFoldingFilterFactory.class);
        context.analyzer(WORDS).custom().tokenizer(StandardTokenizerFactory.class)
                .tokenFilter(PatternReplaceFilterFactory.class).param("pattern", "['’].*$").param("replacement", "")
                .tokenFilter(LowerCaseFilterFactory.class).tokenFilter(ASCIIFoldingFilterFactory.class);
        context.analyzer(CODES).custom().tokenizer(WhitespaceTokenizerFactory.class)
                .tokenFilter(LowerCaseFilterFactory.class).tokenFilter(PatternReplaceFilterFactory.class).param("pattern", "[^a-z0-9]").param("replacement", "");
    }
}
