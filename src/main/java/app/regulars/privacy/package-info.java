/**
 * Statements, purposes and the consent ledger; answers whether somebody may be contacted.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Privacy",
        allowedDependencies = {"notification", "notification :: ui", "account", "customer", "staff", "account :: ui", "customer :: ui"})
package app.regulars.privacy;
