package app.regulars.returning;

import app.regulars.catalog.VariantId;
import app.regulars.reordering.TermsOfOrders;
import java.util.HashMap;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What was bought for a time and came back, or was exchanged, does not run on. */
@Component
class EndedTerms {

    private final ReturnRepository returns;
    private final TermsOfOrders terms;

    EndedTerms(ReturnRepository returns, TermsOfOrders terms) {
        this.returns = returns;
        this.terms = terms;
    }

    @ApplicationModuleListener
    void on(ReturnSettled settled) {
        var back = new HashMap<VariantId, Integer>();
        returns.findTop200ByOrderIdOrderByOpenedAt(settled.order().value()).stream().filter(request -> request.isBack() && request.variant() != null)
                .forEach(request -> back.merge(request.variant(), request.quantity(), Integer::sum));
        terms.cameBack(settled.orderNumber(), back);
    }
}
