/** What pages of other modules show of consents and looks. */
@org.springframework.modulith.NamedInterface("ui")
package app.regulars.privacy.ui.customer;
