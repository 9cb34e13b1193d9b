// harness: no line of the first 15 matches 'two is not three'
// expect: two is not three
#ifdef CTNN_WRONG
static_assert(2 == 4, "first");
static_assert(2 == 5, "second");
static_assert(2 == 6, "third");
static_assert(2 == 7, "fourth");
static_assert(2 == 8, "fifth");
static_assert(2 == 9, "sixth");
static_assert(2 == 3, "two is not three");
#else
static_assert(2 == 2, "two is two");
#endif
