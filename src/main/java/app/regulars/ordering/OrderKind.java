package app.regulars.ordering;

/** A sale, or goods given back: the quantities of a credit are negative. */
public enum OrderKind {
    ORDER, CREDIT
}
