/**
 * Registration, sign-in, profile and addresses of customers and their companies, and the members of staff.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Account",
        allowedDependencies = {"notification", "notification :: ui", "search"})
package app.regulars.account;
