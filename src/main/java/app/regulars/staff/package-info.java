/**
 * Those who work here and what their roles let them do. How they sign in is the account module's, which this one asks through
 * {@link app.regulars.staff.StaffSignIn}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Staff", allowedDependencies = {})
package app.regulars.staff;
