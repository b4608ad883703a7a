/** Files in and out: layers in five formats, and tables of incidents in {@code incidenttable}, of the movement in {@code registertable}. */
@org.springframework.modulith.ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"geo", "access", "territory", "incident", "density", "movement", "safety", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange;
