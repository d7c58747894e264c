/** The staff's pages of agents and keys. */
package app.regulars.selling.ui.staff;
