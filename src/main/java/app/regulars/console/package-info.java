/**
 * The staff's desk: its layout, home, and the customer file that shows everything on one page.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Console")
package app.regulars.console;
