/**
 * How fast and by whom customers are served: business hours, targets by the customer's tier, the clock that measures them, escalation,
 * routing, and what was decided by automation alone. Stands above inquiry, which knows nothing of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Serving",
        allowedDependencies = {"inquiry", "customer", "staff", "search", "notification", "catalog", "ordering", "returning"})
package app.regulars.serving;
