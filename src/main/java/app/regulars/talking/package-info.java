/**
 * Live talk: a customer and one of us write to each other in the service hours. Whatever way a talk ends, it becomes one inquiry. Stands
 * above inquiry and serving, which know nothing of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Talking", allowedDependencies = {"inquiry", "serving", "customer", "staff"})
package app.regulars.talking;
