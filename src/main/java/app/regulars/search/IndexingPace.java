package app.regulars.search;

import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A change can be found before its caller goes on, but nobody waits for the disk: that is written to once a second, and what a
 * kill loses is made anew at the next start (see {@link IndexCheck}).
 */
@Component("searchIndexingPace")
class IndexingPace implements IndexingPlanSynchronizationStrategy {

    private final DocumentRefreshStrategy refresh;

    /** A Lucene index in this process shows a change by itself; a service has to be told. */
    IndexingPace(@Value("${regulars.search.engine:lucene}") String engine) {
        refresh = "lucene".equals(engine) ? DocumentRefreshStrategy.NONE : DocumentRefreshStrategy.FORCE;
    }

    @Override
    public void apply(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(refresh);
        context.indexingFutureHandler(future -> future.join().throwable().ifPresent(problem -> {
            throw new IllegalStateException("the search index did not take a change", problem);
        }));
    }
}
