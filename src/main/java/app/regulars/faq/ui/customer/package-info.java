/** Help as everybody reads it. */
package app.regulars.faq.ui.customer;
