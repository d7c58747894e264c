/** Where staff arrange what the shop's pages show. */
package app.regulars.arranging.ui.staff;
