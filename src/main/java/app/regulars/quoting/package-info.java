/**
 * Quotes: what the shop offers one customer for a while, with prices and terms that hold, and the order it becomes when she agrees. Uses
 * ordering's plain entrances; the order is made by its one way of making orders.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Quoting",
        allowedDependencies = {"ordering", "ordering :: ui", "catalog", "pricing", "customer", "notification", "shipping", "staff"})
package app.regulars.quoting;
