/**
 * One record a person or company: who they are, their addresses, and what they say of themselves. Whether they can sign in is the
 * account module's.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Customer", allowedDependencies = {"notification", "notification :: ui"})
package app.regulars.customer;
