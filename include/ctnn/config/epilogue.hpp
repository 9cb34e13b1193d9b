// The end of what prologue.hpp begins, and included as often.
#if !defined(CTNN_SHOW_SHADOWS)
#pragma GCC diagnostic pop
#endif
