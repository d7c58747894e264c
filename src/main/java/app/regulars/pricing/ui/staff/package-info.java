/** The staff's pages of prices. */
package app.regulars.pricing.ui.staff;
