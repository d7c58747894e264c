/**
 * Buying again before one has to think of it: when somebody will need something, her named lists, the reminders she asked for, and
 * orders by article number. Uses the plain entrances of ordering, which knows nothing of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reordering",
        allowedDependencies = {"ordering", "ordering :: ui", "quoting", "catalog", "pricing", "inventory", "customer", "notification", "privacy", "shipping", "staff"})
package app.regulars.reordering;
