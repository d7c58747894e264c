package app.regulars.faq.ui.customer;

/** A product named beside an article. @param art the address of its picture, or null */
public record ProductLink(String address, String name, String art, String backdrop) {
}
