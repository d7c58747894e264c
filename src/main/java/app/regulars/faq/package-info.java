/**
 * Help articles and whether they helped.
 */
@org.springframework.modulith.ApplicationModule(displayName = "FAQ",
        allowedDependencies = {"catalog", "search"})
package app.regulars.faq;
