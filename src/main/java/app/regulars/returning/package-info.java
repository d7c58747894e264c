/**
 * Returns and complaints: opened from a line of an order by its customer, walked through by both sides, settled with money, credit or another
 * piece. Stands above ordering, which knows nothing of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Returning",
        allowedDependencies = {"catalog", "customer", "staff", "media", "media :: ui", "inventory", "pricing", "payment", "shipping", "notification", "reordering", "ordering", "ordering :: ui", "inquiry"})
package app.regulars.returning;
