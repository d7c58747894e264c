/**
 * Registration and sign-in, and the members of staff.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Account",
        allowedDependencies = {"notification", "notification :: ui", "search", "customer"})
package app.regulars.account;
