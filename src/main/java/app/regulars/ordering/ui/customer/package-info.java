/** Cart, checkout and the customer's own orders. */
package app.regulars.ordering.ui.customer;
