package app.regulars.search;

import app.regulars.platform.time.BusinessClock;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.springframework.stereotype.Component;

/**
 * A change is in the index, safely, before its caller goes on. Only loading history does not wait for each of its many changes;
 * what a crash would lose of them is made anew at the next start (see {@link IndexCheck}).
 */
@Component("searchIndexingPace")
class IndexingPace implements IndexingPlanSynchronizationStrategy {

    @Override
    public void apply(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.FORCE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(future -> {
            if (!BusinessClock.isPast()) {
                future.join().throwable().ifPresent(problem -> {
                    throw new IllegalStateException("the search index did not take a change", problem);
                });
            }
        });
    }
}
