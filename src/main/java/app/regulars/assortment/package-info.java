/**
 * What staff make of the shop's goods as a whole: a product with its category, prices and stock in one deed, many of them in one table.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Assortment")
package app.regulars.assortment;
