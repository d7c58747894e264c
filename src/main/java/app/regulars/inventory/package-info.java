/**
 * Stock, reservations and movements of variants.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Inventory",
        allowedDependencies = {"catalog", "catalog :: ui"})
package app.regulars.inventory;
