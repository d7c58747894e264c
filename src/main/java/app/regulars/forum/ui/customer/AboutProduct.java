package app.regulars.forum.ui.customer;

/** The product a topic is about, beside it. @param facts a line under the name, may be empty */
public record AboutProduct(String address, String name, String facts, String art, String backdrop) {
}
