/** Where staff make products, change many at once, and see what was changed. */
package app.regulars.assortment.ui.staff;
