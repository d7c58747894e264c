/**
 * Wishes to be told: once when something is back, or costs less; asked for on the product’s page, with consent, and taken back at any time.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Watching", allowedDependencies = {"catalog", "inventory", "pricing", "customer", "notification"})
package app.regulars.watching;
