// harness: no line of the first 15 matches 'two is not four'
// expect: two is not three
// expect: two is not four
#ifdef CTNN_WRONG
static_assert(2 == 3, "two is not three");
#else
static_assert(2 == 2, "two is two");
#endif
