package app.regulars.search;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.springframework.stereotype.Component;

/** {@link Analysis} in OpenSearch's words. */
@Component("openSearchAnalysis")
class OpenSearchAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.tokenFilter("straight_apostrophe").type("pattern_replace").param("pattern", "’").param("replacement", "'");
        context.tokenFilter("without_ending").type("pattern_replace").param("pattern", "['’].*$").param("replacement", "");
        context.tokenFilter("letters_and_digits").type("pattern_replace").param("pattern", "[^a-z0-9]").param("replacement", "");
        context.tokenFilter("possessive_english").type("stemmer").param("language", "possessive_english");
        context.tokenFilter("light_french").type("stemmer").param("language", "light_french");
        context.tokenFilter("french_elision").type("elision").param("articles_case", true)
                .param("articles", "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu");
        context.analyzer(Analysis.ENGLISH).custom().tokenizer("standard")
                .tokenFilters("straight_apostrophe", "possessive_english", "lowercase", "stop", "asciifolding", "porter_stem");
        context.analyzer(Analysis.FRENCH).custom().tokenizer("standard").tokenFilters("straight_apostrophe", "french_elision", "lowercase", "light_french", "asciifolding");
        context.analyzer(Analysis.WORDS).custom().tokenizer("standard").tokenFilters("without_ending", "lowercase", "asciifolding");
        context.analyzer(Analysis.CODES).custom().tokenizer("whitespace").tokenFilters("lowercase", "letters_and_digits");
    }
}
