/**
 * Mail in and out of the help desk: fetches mailboxes, keeps every message as it came, reads it, finds the inquiry it belongs to, and gives
 * the mails of inquiries the head by which an answer finds its way back.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Mailroom",
        allowedDependencies = {"inquiry", "notification", "customer", "media", "staff"})
package app.regulars.mailroom;
