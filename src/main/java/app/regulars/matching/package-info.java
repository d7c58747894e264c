/**
 * Finds records that are one person, lets staff look at them side by side, makes one of two, and two again.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Matching", allowedDependencies = {"customer", "account", "privacy", "staff"})
package app.regulars.matching;
