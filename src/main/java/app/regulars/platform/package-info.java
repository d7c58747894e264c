/**
 * The shared kernel: ids, money, time, addresses, texts, security, audit history and the design system.
 * Every module may use all of it; it uses none of them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Platform", type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package app.regulars.platform;
