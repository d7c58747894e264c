package app.regulars.search;

import java.util.List;
import java.util.Map;

/** What keeps the index and answers from it: Lucene in this process, or OpenSearch, which several nodes share. */
interface Engine {

    SiteSearch.Found find(SiteSearch.Question question);

    SiteSearch.Matches counts(SiteSearch.Question question);

    SiteSearch.Matches matches(SiteSearch.Question question);

    /** @param question with a word at least */
    List<SiteSearch.Hit> beginnings(SiteSearch.Question question);

    /** The versions of all documents of the index, by their key. */
    Map<String, Long> versions();

    /** Called now and then, when there may be something to put in order. */
    void tidy();
}
