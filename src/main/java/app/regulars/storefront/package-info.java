/**
 * The shop as visitors see it: its layout, the home page, the pages that mix modules, and what search engines read.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Storefront")
package app.regulars.storefront;
