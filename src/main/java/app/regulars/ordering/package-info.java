/**
 * Cart, checkout, orders and reordering: the owner of the process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Ordering",
        allowedDependencies = {"catalog", "catalog :: ui", "account", "customer", "privacy", "staff", "account :: ui", "customer :: ui", "pricing", "pricing :: ui", "inventory", "inventory :: ui", "payment", "payment :: ui", "shipping", "shipping :: ui", "notification", "notification :: ui", "search", "merchant"})
package app.regulars.ordering;
