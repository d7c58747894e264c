/** Where staff write the pages of the merchant. */
package app.regulars.merchant.ui.staff;
