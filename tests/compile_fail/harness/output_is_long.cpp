// harness: the compiler prints [0-9]+ lines, more than 25
// expect: two is not three
#ifdef CTNN_WRONG
static_assert(2 == 3, "two is not three");
template <int i>
struct next {
    static_assert(i == 2, "too far");
};
template struct next<10>;
template struct next<11>;
template struct next<12>;
template struct next<13>;
template struct next<14>;
template struct next<15>;
template struct next<16>;
template struct next<17>;
#else
static_assert(2 == 2, "two is two");
#endif
