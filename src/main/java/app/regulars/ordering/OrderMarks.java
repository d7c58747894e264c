package app.regulars.ordering;

/** What is to be said of an order in a list besides where it stands. */
public record OrderMarks(boolean held, boolean late, boolean configured) {

    public static final OrderMarks NONE = new OrderMarks(false, false, false);
}
