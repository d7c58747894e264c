/**
 * Invoices and credit notes: legal papers with numbers without gaps, made from what was sold, as PDF that everybody can read. Listens
 * to orders and their money; nobody depends on it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Invoicing")
package app.regulars.invoicing;
