// The end of what prologue.hpp begins.
#if !defined(CTNN_SHOW_SHADOWS)
#pragma GCC diagnostic pop
#endif
