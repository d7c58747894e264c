/**
 * Customers talk with each other: categories, topics, posts, solutions.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Forum",
        allowedDependencies = {"account", "customer", "staff", "account :: ui", "customer :: ui", "catalog", "catalog :: ui", "notification", "notification :: ui", "search", "faq"})
package app.regulars.forum;
