package app.regulars.serving;

import java.math.BigDecimal;

/**
 * What serving costs, in the shop's currency.
 *
 * @param minute  of staff
 * @param answer  minutes that an answer takes where nobody wrote them down
 * @param goods   what a return costs beside the money that is given back
 * @param percent of what somebody buys in a year: whoever costs at least as much is costly to serve
 * @param least   below this nobody is costly, however little she buys
 */
public record CostBook(BigDecimal minute, int answer, BigDecimal goods, int percent, BigDecimal least) {

    static final CostBook SHIPPED = new CostBook(new BigDecimal("0.75"), 6, new BigDecimal("12.00"), 25, new BigDecimal("30.00"));
}
