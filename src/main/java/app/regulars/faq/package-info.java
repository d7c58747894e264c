/**
 * Help articles and whether they helped.
 */
@org.springframework.modulith.ApplicationModule(displayName = "FAQ",
        allowedDependencies = {"search"})
package app.regulars.faq;
