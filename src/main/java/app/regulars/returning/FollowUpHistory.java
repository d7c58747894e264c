package app.regulars.returning;

import app.regulars.ordering.OrderId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plain entrance for whoever tells what happened long ago: the question after one delivery, asked at that moment and by the same rules. */
@Service
public class FollowUpHistory {

    private final FollowUpBook book;
    private final FollowUps followUps;

    FollowUpHistory(FollowUpBook book, FollowUps followUps) {
        this.book = book;
        this.followUps = followUps;
    }

    /** @return what its link carries, for {@link FollowUpAnswers}; nothing where it is not due, was asked or may not be asked */
    public Optional<String> ask(OrderId order) {
        return book.due(order, followUps.now()).flatMap(followUps::ask);
    }
}
