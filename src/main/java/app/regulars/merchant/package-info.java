/**
 * What the merchant says of itself and its ways: about, contact, delivery and terms, in both languages, with every version kept.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Merchant", allowedDependencies = {"staff"})
package app.regulars.merchant;
