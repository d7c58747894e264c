/**
 * What people ask for in vain: empty searches, unanswered posts, inquiries without a written answer and articles that did not help, brought
 * together by what they mean, so that staff write what is missing most, or buy it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Gap",
        allowedDependencies = {"search", "faq", "faq :: ui", "forum", "inquiry", "catalog", "ordering", "staff", "customer"})
package app.regulars.gap;
