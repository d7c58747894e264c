package app.regulars.pricing;

/** What a promotion does; named by pricing.promotion.kind.{name}. */
public enum PromotionKind {
    /** So many percent off. */
    PERCENT,
    /** An amount off, shared by the lines it is on. */
    AMOUNT,
    /** Who buys so many gets so many more free or cheaper, always the cheapest. */
    BUY_GET,
    /** Who buys so many gets another article free or cheaper, once it is in the cart as well. */
    COMPLEMENT
}
