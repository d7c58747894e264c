/** Components of this module that pages of other modules may show. */
@org.springframework.modulith.NamedInterface("ui")
package app.regulars.media.ui;
