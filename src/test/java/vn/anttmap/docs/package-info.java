/** The documentation in the repository is kept true: links, anchors, the list of errors. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.docs;
