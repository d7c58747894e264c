/**
 * What the shop's pages show to whom: the blocks of the home page, the sections that are not offered, lists as pictures or as lines, and the language; for
 * everybody, for groups of customers, and as each chose herself.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Arranging", allowedDependencies = {"customer", "catalog"})
package app.regulars.arranging;
