package app.regulars.returning;

import app.regulars.customer.Companies;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' door to returns and complaints: their own, and those of a company for whose people they act. Whoever may only look for the
 * company opens none.
 */
@Service
@Transactional
public class MyReturns {

    private static final int MOST = 200;

    private final ReturnCounter counter;
    private final ReturnRepository returns;
    private final ReturnQueries queries;
    private final MyOrders orders;
    private final Companies companies;

    MyReturns(ReturnCounter counter, ReturnRepository returns, ReturnQueries queries, MyOrders orders, Companies companies) {
        this.counter = counter;
        this.returns = returns;
        this.queries = queries;
        this.orders = orders;
        this.companies = companies;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ReturnRow> list(CustomerId me) {
        return queries.ofCustomer(me, MOST);
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    @Transactional(readOnly = true)
    public ReturnFile find(CustomerId me, ReturnNumber number) {
        return counter.file(own(me, number), false);
    }

    /** Of one of my orders, the oldest first. */
    @Transactional(readOnly = true)
    public List<ReturnRow> ofOrder(CustomerId me, OrderNumber order) {
        return queries.ofOrder(orders.find(me, order).summary().id());
    }

    /** The lines of one of my orders and what of them can be asked for. */
    @Transactional(readOnly = true)
    public List<Returnable> lines(CustomerId me, OrderNumber order) {
        return counter.lines(orders.find(me, order));
    }

    @Transactional(readOnly = true)
    public List<ReturnReason> reasons(ReturnKind kind) {
        return counter.offered(kind);
    }

    /**
     * @param person who asks; for a company one who may order for it
     * @throws NotFound if the order is not mine @throws Refused in a sentence for everything the shop does not take
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ReturnNumber open(CustomerId me, CustomerId person, OrderNumber order, NewReturn form, Locale language) {
        refuseLookers(me, person);
        return counter.open(orders.find(me, order), form, person, language);
    }

    public void withdraw(CustomerId me, CustomerId person, ReturnNumber number) {
        refuseLookers(me, person);
        counter.withdraw(own(me, number));
    }

    /** It was handed to a carrier. @param carrier may be blank, as may be the number */
    public void sent(CustomerId me, CustomerId person, ReturnNumber number, String carrier, String tracking) {
        refuseLookers(me, person);
        counter.sent(own(me, number), carrier, tracking);
    }

    private void refuseLookers(CustomerId me, CustomerId person) {
        if (!companies.mayOrder(person, me)) {
            throw new Refused("returning.refused.viewer");
        }
    }

    private ReturnRequest own(CustomerId me, ReturnNumber number) {
        return returns.findByNumberAndCustomerId(number.value(), me).orElseThrow(NotFound::new);
    }
}
