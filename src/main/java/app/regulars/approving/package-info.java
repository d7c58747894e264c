/**
 * What a buyer may order for a company without asking, and the orders that wait for a yes. Answers ordering's question by
 * {@link app.regulars.ordering.OrderApproval}; ordering knows nothing of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Approving",
        allowedDependencies = {"ordering", "ordering :: ui", "catalog", "pricing", "inventory", "customer", "notification", "shipping", "staff"})
package app.regulars.approving;
