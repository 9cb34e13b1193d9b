// harness: the case expects nothing
#ifdef CTNN_WRONG
static_assert(2 == 3, "two is not three");
#endif
