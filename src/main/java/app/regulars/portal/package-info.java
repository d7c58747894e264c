/**
 * The customer's own area: its layout and overview, and pages that mix modules.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Portal",
        allowedDependencies = {"storefront", "incentive", "account", "customer", "account :: ui", "customer :: ui", "privacy", "privacy :: ui", "personaldata", "personaldata :: ui", "staff", "catalog", "catalog :: ui", "payment", "payment :: ui",
            "shipping", "shipping :: ui", "pricing", "pricing :: ui", "inventory", "ordering", "ordering :: ui", "inquiry", "inquiry :: ui", "forum",
            "forum :: ui", "faq", "faq :: ui", "search", "returning", "returning :: ui", "review :: ui"})
package app.regulars.portal;
