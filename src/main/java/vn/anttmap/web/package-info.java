/** The shell: security rules, problem documents, languages, the map page and what it needs at start. */
@org.springframework.modulith.ApplicationModule(displayName = "web")
@org.jspecify.annotations.NullMarked
package vn.anttmap.web;
