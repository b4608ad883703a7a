/** The yearly title "An toàn về an ninh, trật tự": criteria sets, assessments, decisions and the hints beside them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "safety",
        allowedDependencies = {"geo", "node", "access", "territory", "incident", "movement", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.safety;
