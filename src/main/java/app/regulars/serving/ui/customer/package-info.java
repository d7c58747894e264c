/** The customers' page of how they are served. */
package app.regulars.serving.ui.customer;
