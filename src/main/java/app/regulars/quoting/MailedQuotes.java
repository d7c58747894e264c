package app.regulars.quoting;

import app.regulars.customer.Companies;
import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds the link out of the mail: that one quote and nothing else of the customer. */
@Service
@Transactional(readOnly = true)
public class MailedQuotes {

    private final QuoteRepository quotes;
    private final QuoteLinks links;
    private final QuoteBook book;
    private final Deciding deciding;
    private final Companies companies;

    MailedQuotes(QuoteRepository quotes, QuoteLinks links, QuoteBook book, Deciding deciding, Companies companies) {
        this.quotes = quotes;
        this.links = links;
        this.book = book;
        this.deciding = deciding;
        this.companies = companies;
    }

    /** Nothing for a link that is not ours. */
    public Optional<QuoteFile> find(String token) {
        return links.read(token).flatMap(quotes::findById).filter(Quote::wasSent).map(quote -> quote.file(deciding.today(), false));
    }

    /** @param viewer whoever is signed in, or null; her name is kept where she may order for the customer */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public CheckoutResult accept(String token, CustomerId viewer) {
        var quote = book.linked(token);
        return deciding.accept(quote, viewer != null && companies.mayOrder(viewer, book.wanted(quote).customer()) ? viewer : null);
    }

    /** @throws Refused when it does not stand any more */
    @Transactional
    public void decline(String token, String why) {
        deciding.decline(book.linked(token), why);
    }
}
