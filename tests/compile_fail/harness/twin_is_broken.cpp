// harness: the right twin does not compile
// expect: static.assert(ion)? failed.*two is not three
#ifdef CTNN_WRONG
static_assert(2 == 3, "two is not three");
#else
static_assert(2 == 4, "two is not four");
#endif
