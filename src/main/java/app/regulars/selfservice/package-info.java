/**
 * What customers do by themselves, step by step: how many begin, finish, give up and where, and who asks a person instead. Counts only;
 * nobody can be told from them, and nothing is kept of anybody.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Self-service", allowedDependencies = {})
package app.regulars.selfservice;
