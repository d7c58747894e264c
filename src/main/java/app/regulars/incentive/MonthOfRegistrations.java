package app.regulars.incentive;

import java.time.YearMonth;

/**
 * @param with    accounts that were opened in the month and brought a welcome voucher
 * @param without accounts that were opened without one: nothing was offered, or the person had one before
 */
public record MonthOfRegistrations(YearMonth month, long with, long without) {
}
