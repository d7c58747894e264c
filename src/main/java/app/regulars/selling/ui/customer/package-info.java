/** How programs order, as those who write them read it. */
package app.regulars.selling.ui.customer;
