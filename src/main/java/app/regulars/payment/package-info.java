/**
 * Payments and how they stand. Knows a reference, never an order.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Payment",
        allowedDependencies = {"notification", "notification :: ui", "staff"})
package app.regulars.payment;
