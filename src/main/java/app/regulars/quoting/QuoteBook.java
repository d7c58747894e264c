package app.regulars.quoting;

import app.regulars.ordering.CheckoutForm;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which quote somebody means, and what an order of it would be; each read by itself, so that the sale has a transaction of its own. */
@Component
@Transactional(readOnly = true)
class QuoteBook {

    private final QuoteRepository quotes;
    private final QuoteLinks links;

    QuoteBook(QuoteRepository quotes, QuoteLinks links) {
        this.quotes = quotes;
        this.links = links;
    }

    /** The customer's own, once it was sent. */
    UUID own(CustomerId me, QuoteNumber number) {
        return quotes.findByNumberAndCustomerId(number.value(), me).filter(Quote::wasSent).map(Quote::id).orElseThrow(NotFound::new);
    }

    UUID linked(String token) {
        return links.read(token).flatMap(quotes::findById).filter(Quote::wasSent).map(Quote::id).orElseThrow(NotFound::new);
    }

    Wanted wanted(UUID id) {
        var quote = quotes.findById(id).orElseThrow(NotFound::new);
        return new Wanted(quote.customer(), quote.wishes(), quote.form(), quote.total().rounded());
    }

    /** What is ordered with it. */
    record Wanted(CustomerId customer, List<Prices.Wish> wishes, CheckoutForm form, Money total) {
    }
}
