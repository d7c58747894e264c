/** What customers see of their contracts. */
package app.regulars.contracting.ui.customer;
