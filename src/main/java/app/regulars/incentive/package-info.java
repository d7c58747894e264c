/**
 * A welcome for those who register: set by staff, given once to a person however often she registers, and counted.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Incentive", allowedDependencies = {"customer", "account", "pricing"})
package app.regulars.incentive;
