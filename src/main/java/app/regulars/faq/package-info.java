/**
 * Help articles: written, read by a second person, shown, kept in all their versions; and whether they helped.
 */
@org.springframework.modulith.ApplicationModule(displayName = "FAQ",
        allowedDependencies = {"catalog", "search", "staff", "notification", "notification :: ui", "media"})
package app.regulars.faq;
