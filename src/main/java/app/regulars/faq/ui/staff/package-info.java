/** Help as staff write it. */
package app.regulars.faq.ui.staff;
