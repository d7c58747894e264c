package app.regulars.search;

import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.springframework.stereotype.Component;

/**
 * A change can be found before its caller goes on, but nobody waits for the disk: that is written to once a second, and what a
 * kill loses is made anew at the next start (see {@link IndexCheck}).
 */
@Component("searchIndexingPace")
class IndexingPace implements IndexingPlanSynchronizationStrategy {

    @Override
    public void apply(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(future -> future.join().throwable().ifPresent(problem -> {
            throw new IllegalStateException("the search index did not take a change", problem);
        }));
    }
}
