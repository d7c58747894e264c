/**
 * The outbox and the delivery of messages. Modules post finished messages; a job delivers them, retries, and keeps a log.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notification", allowedDependencies = {})
package app.regulars.notification;
