/**
 * Registration and sign-in, of customers and of staff.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Account",
        allowedDependencies = {"notification", "notification :: ui", "search", "customer", "staff"})
package app.regulars.account;
