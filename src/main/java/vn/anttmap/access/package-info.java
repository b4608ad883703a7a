/** Accounts, roles, rights, the units an account's territory names, and signing in. */
@org.springframework.modulith.ApplicationModule(
        displayName = "access",
        allowedDependencies = {"problem", "node"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.access;
