package app.regulars.incentive;

/** @param amount as typed, in the shop's currency */
public record IncentiveForm(boolean on, String amount, String textEn, String textFr) {
}
