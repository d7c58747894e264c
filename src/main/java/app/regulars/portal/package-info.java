/**
 * The customer's own area: its layout and overview, and pages that mix modules.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Portal")
package app.regulars.portal;
