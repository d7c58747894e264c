/**
 * Telephone calls: what the shop's telephone system tells by /api/v1/calls becomes a call record, found by the caller's number, and shows
 * at once on the desk of whoever it rings at. The talking itself stays in the telephone system.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Calling", allowedDependencies = {"customer", "staff", "inquiry", "selling", "search"})
package app.regulars.calling;
