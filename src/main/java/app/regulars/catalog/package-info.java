/**
 * Products, their variants, options, facts, pictures and relations, in categories.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Catalog",
        allowedDependencies = {"search", "customer"})
package app.regulars.catalog;
