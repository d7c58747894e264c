/**
 * Rates, shipments, carriers and tracking. Knows a reference, never an order.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Shipping",
        allowedDependencies = {"notification", "notification :: ui"})
package app.regulars.shipping;
