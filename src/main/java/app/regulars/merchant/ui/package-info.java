@org.springframework.modulith.NamedInterface("ui")
package app.regulars.merchant.ui;
