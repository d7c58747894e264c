package app.regulars.quoting;

import app.regulars.customer.Companies;
import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to quotes: their own, once they were sent. Whoever may only look for a company decides nothing. */
@Service
@Transactional(readOnly = true)
public class MyQuotes {

    private static final int MOST = 200;

    private final QuoteRepository quotes;
    private final QuoteBook book;
    private final QuoteLinks links;
    private final QuoteQueries queries;
    private final Deciding deciding;
    private final Companies companies;

    MyQuotes(QuoteRepository quotes, QuoteBook book, QuoteLinks links, QuoteQueries queries, Deciding deciding, Companies companies) {
        this.quotes = quotes;
        this.book = book;
        this.links = links;
        this.queries = queries;
        this.deciding = deciding;
        this.companies = companies;
    }

    /** The latest first. */
    public List<QuoteRow> list(CustomerId me) {
        return queries.ofCustomer(me, deciding.today(), MOST);
    }

    /** @throws NotFound if there is none, it was not sent yet, or it is somebody else's */
    public QuoteFile find(CustomerId me, QuoteNumber number) {
        return quotes.findById(book.own(me, number)).orElseThrow(NotFound::new).file(deciding.today(), false);
    }

    /** What stands in the link to its paper. */
    public String token(CustomerId me, QuoteNumber number) {
        return links.token(book.own(me, number));
    }

    /** @param person who agrees @throws Refused when it does not stand any more */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public CheckoutResult accept(CustomerId me, CustomerId person, QuoteNumber number) {
        refuseLookers(me, person);
        return deciding.accept(book.own(me, number), person);
    }

    @Transactional
    public void decline(CustomerId me, CustomerId person, QuoteNumber number, String why) {
        refuseLookers(me, person);
        deciding.decline(book.own(me, number), why);
    }

    private void refuseLookers(CustomerId me, CustomerId person) {
        if (!companies.mayOrder(person, me)) {
            throw new Refused("quoting.refused.viewer");
        }
    }
}
