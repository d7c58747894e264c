/**
 * Site search: one index over everything that can be found, and a record of what was looked for.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Search", allowedDependencies = {})
package app.regulars.search;
