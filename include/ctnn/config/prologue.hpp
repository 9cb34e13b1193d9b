// Every public header includes this after the gate, and epilogue.hpp at its end; so neither is included only once.
//
// A program may have a variable `net` at namespace scope and compile with -Wshadow. g++ then calls it shadowed wherever
// it instantiates a lambda or a constructor of the library that has a `net` too, which is nobody's mistake. The
// library's own tests define CTNN_SHOW_SHADOWS, so that shadows inside the library are seen.
#if !defined(CTNN_SHOW_SHADOWS)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
