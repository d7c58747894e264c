/**
 * Prices, conditions and tax: the one place that says what something costs.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Pricing",
        allowedDependencies = {"catalog", "catalog :: ui", "account", "customer", "account :: ui", "customer :: ui"})
package app.regulars.pricing;
