package app.regulars.pricing;

/** A line while a cart is being priced. @param exception whether its price was agreed as an exception */
record CartLine(Item item, int quantity, String taxClass, Expression each, Expression.Times total, boolean exception) {
}
