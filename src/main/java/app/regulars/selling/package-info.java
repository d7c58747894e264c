/**
 * Who sells for the shop beside its own pages: agents (partners, franchises, offices, affiliates) with their codes, and programs with
 * their keys, which order by /api/v1 by the same rules as people do. An order keeps its channel and its agent; ordering knows only codes.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Selling",
        allowedDependencies = {"ordering", "catalog", "customer", "pricing", "inventory", "shipping", "staff", "inquiry"})
package app.regulars.selling;
