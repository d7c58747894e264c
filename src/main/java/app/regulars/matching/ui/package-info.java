/** Pages of this module. */
@org.springframework.modulith.NamedInterface("ui")
package app.regulars.matching.ui;
