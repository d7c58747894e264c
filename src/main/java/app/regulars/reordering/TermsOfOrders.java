package app.regulars.reordering;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.OrderNumber;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules to what runs for a time. */
@Service
@Transactional
public class TermsOfOrders {

    private final RunningTerms terms;

    TermsOfOrders(RunningTerms terms) {
        this.terms = terms;
    }

    /** @param back by article, the pieces that came back of the order in all: they do not run any more. Told again it changes nothing */
    public void cameBack(OrderNumber order, Map<VariantId, Integer> back) {
        terms.cameBack(order, back);
    }
}
