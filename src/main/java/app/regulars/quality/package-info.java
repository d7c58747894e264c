/**
 * How good the records of customers are: a list of the worst ones. Reads what other modules keep, and changes nothing.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Quality", allowedDependencies = {})
package app.regulars.quality;
