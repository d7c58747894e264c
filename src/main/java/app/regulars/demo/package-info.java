/**
 * The demonstration shop: reads Harbourline from resource files and lives a year of it through the modules' public doors, at
 * past moments. Nothing from it is needed by a shop that starts empty.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Demonstration",
        allowedDependencies = {"account", "customer", "staff", "privacy", "personaldata", "catalog", "faq", "payment", "shipping", "inventory", "pricing", "ordering", "returning", "inquiry", "forum", "notification", "search", "matching", "merchant", "watching", "arranging", "reordering", "quoting", "contracting", "serving", "mailroom", "talking", "calling", "review"})
package app.regulars.demo;
