/**
 * Contracts with customers, people and companies: term, notice, terms and prices that were agreed, files, and who of the staff looks after each.
 * Reminds that somebody before the last day to decide.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Contracting",
        allowedDependencies = {"customer", "staff", "media", "pricing", "notification"})
package app.regulars.contracting;
