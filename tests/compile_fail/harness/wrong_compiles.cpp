// harness: the wrong program compiles
// expect: static.assert(ion)? failed.*two is not three
#ifdef CTNN_WRONG
static_assert(2 == 2, "two is two");
#else
static_assert(3 == 3, "three is three");
#endif
