/**
 * Questions of customers and the answers of staff.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Inquiry",
        allowedDependencies = {"account", "customer", "privacy", "staff", "account :: ui", "customer :: ui", "media", "catalog", "catalog :: ui", "ordering", "ordering :: ui", "notification", "notification :: ui", "search", "faq", "faq :: ui", "selfservice"})
package app.regulars.inquiry;
