/** What H2 needs beside itself so that its file keeps what was acknowledged, and nothing by halves. */
@org.springframework.modulith.ApplicationModule(
        displayName = "embedded",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.anttmap.embedded;
